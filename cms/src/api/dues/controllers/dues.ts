import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { refuse } from '../../../content-api/refuse'
import { callerAddress } from '../../../domain/audit/caller-address'
import { quote } from '../../../domain/dues/quote'
import { duesRefusals } from '../../../domain/dues/refusals'
import { beijingDate } from '../../../domain/time/beijing'
import { readDuesSettings } from '../../../stores/dues/settings'
import { createAllowance } from '../allowance'

const RETRY_AFTER_S = '5'

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const allowance = createAllowance()
  return {
    /** How much a due would be, for anybody. The answer stands alone, without `data`: that is its published form. */
    async quote(ctx: Context) {
      ctx.set('Cache-Control', 'no-store')
      const now = new Date()
      const caller = callerAddress(ctx.req.socket.remoteAddress, ctx.get('x-forwarded-for'))
      if (!allowance.spend(caller ?? '', now.getTime())) {
        ctx.set('Retry-After', RETRY_AFTER_S)
        throw new errors.RateLimitError('算得太快了，请过几秒钟再试。', { code: 'TOO_MANY_REQUESTS' })
      }
      const settings = await readDuesSettings(strapi)
      const answer = quote((ctx.request as unknown as { body: unknown }).body, settings, beijingDate(now))
      if (!('problems' in answer)) {
        ctx.body = answer
        return
      }
      const problems = answer.problems.map(({ field, code }) => ({ field, code, message: duesRefusals[code] }))
      const [first] = answer.problems
      refuse(first?.code ?? 'BAD_REQUEST', { fields: problems.map(({ field }) => field).filter(Boolean), problems })
    },
  }
}
