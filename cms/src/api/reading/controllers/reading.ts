import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { refuse } from '../../../content-api/refuse'
import { readingsReportSchema } from '../../../domain/readings/report'
import { addReadings } from '../../../stores/readings'

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A report that was told before is answered alike and counts once. */
  async report(ctx: Context) {
    const body = readingsReportSchema.safeParse((ctx.request as unknown as { body: unknown }).body)
    if (!body.success) return refuse('BAD_REQUEST', { fields: body.error.issues.map((issue) => issue.path.join('.')) })
    await addReadings(strapi, body.data, new Date())
    ctx.body = { data: { id: body.data.id } }
  },
})
