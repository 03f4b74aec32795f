import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { z } from 'zod'
import { providerNames } from '../../../domain/payments/order'
import { paymentsOf } from '../../../payments/payments'
import { receiveNotice } from '../receive-notice'

const nameSchema = z.enum(providerNames)
const bodySchema = z.instanceof(Buffer)

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async notify(ctx: Context) {
    const name = nameSchema.safeParse(ctx.params.provider)
    const provider = name.success ? paymentsOf(strapi).providers[name.data] : undefined
    const rawBody = bodySchema.safeParse(ctx.state.rawBody)
    if (!provider || !rawBody.success) return ctx.notFound()
    const { status, type, body } = await receiveNotice(strapi, provider, ctx.headers, rawBody.data)
    ctx.set('Cache-Control', 'no-store')
    ctx.status = status
    ctx.type = type
    ctx.body = body
  },
})
