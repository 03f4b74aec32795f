import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../../content-api/refuse'
import { readLink } from '../../../domain/preview/link'
import { readEnvironment } from '../../../environment'

const MAX_LINK_LENGTH = 1000
const bodySchema = z.strictObject({ link: z.string().max(MAX_LINK_LENGTH) })

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The portal's server has checked the link; here it is what opens the one document that it names. */
  async document(ctx: Context) {
    const body = bodySchema.safeParse((ctx.request as unknown as { body: unknown }).body)
    if (!body.success) return refuse('BAD_REQUEST', { fields: body.error.issues.map((issue) => issue.path.join('.')) })
    const now = new Date()
    const grant = readLink(body.data.link, readEnvironment().PREVIEW_SECRET, now)
    if (!grant) return refuse('PREVIEW_LINK')
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data: await strapi.service('api::preview.preview').arrangementOf(grant, now) }
  },
})
