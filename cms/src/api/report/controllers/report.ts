import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { refuse } from '../../../content-api/refuse'
import { reportSchema } from '../../../domain/reports/report'
import { receiveReport } from '../receive-report'

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async receive(ctx: Context) {
    // the log has a row without what the reader says of himself, or none
    ctx.state.isAudited = true
    const body = reportSchema.safeParse((ctx.request as unknown as { body: unknown }).body)
    if (!body.success) return refuse('BAD_REQUEST', { fields: body.error.issues.map((issue) => issue.path.join('.')) })
    ctx.body = { data: { isNew: await receiveReport(strapi, body.data, new Date()) } }
  },
})
