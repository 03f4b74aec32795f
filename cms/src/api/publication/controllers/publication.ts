import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../../content-api/refuse'
import { liveReportSchema } from '../../../domain/publication/live-report'

const MAX_WAIT_S = 60

const followQuery = z.strictObject({
  after: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).default(0),
  wait: z.coerce.number().min(0).max(MAX_WAIT_S).default(0),
})

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async changes(ctx: Context) {
    const query = followQuery.safeParse(ctx.query)
    if (!query.success)
      return refuse('BAD_REQUEST', { fields: query.error.issues.map((issue) => issue.path.join('.')) })
    const { after, wait } = query.data
    ctx.set('Cache-Control', 'no-store')
    ctx.body = await strapi.service('api::publication.publication').changes(after, wait * 1000, () => ctx.req.destroyed)
  },

  async live(ctx: Context) {
    const body = liveReportSchema.safeParse((ctx.request as unknown as { body: unknown }).body)
    if (!body.success) return refuse('BAD_REQUEST', { fields: body.error.issues.map((issue) => issue.path.join('.')) })
    const marked = await strapi.service('api::publication.publication').recordReport(body.data)
    ctx.body = { data: { marked } }
  },
})
