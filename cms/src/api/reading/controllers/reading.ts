import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { refuse } from '../../../content-api/refuse'
import { addressSchema, readingsReportSchema } from '../../../domain/readings/report'
import { addressesOfPage } from '../../../stores/named-pages'
import { addReadings, totalOf } from '../../../stores/readings'

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** How often a page was read, also where it stood before. */
  async count(ctx: Context) {
    const address = addressSchema.safeParse(ctx.query.address)
    if (!address.success) return refuse('BAD_REQUEST', { fields: ['address'] })
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data: { count: await totalOf(strapi, await addressesOfPage(strapi, address.data)) } }
  },

  /** A report that was told before is answered alike and counts once. */
  async report(ctx: Context) {
    const body = readingsReportSchema.safeParse((ctx.request as unknown as { body: unknown }).body)
    if (!body.success) return refuse('BAD_REQUEST', { fields: body.error.issues.map((issue) => issue.path.join('.')) })
    await addReadings(strapi, body.data, new Date())
    ctx.body = { data: { id: body.data.id } }
  },
})
