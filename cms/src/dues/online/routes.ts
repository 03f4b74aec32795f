/** `/api/member/dues/online`: what is open to a member, and what he starts. */
import type { Core } from '@strapi/types'
import type { MemberCaller } from '../../domain/access/scope'
import { callerAddress } from '../../domain/audit/caller-address'
import { onlineSchema } from '../../domain/dues/payment'
import { addMemberRoutes, type MemberContext } from '../../member-api/add-routes'
import { notFound } from '../../member-api/gate'
import { bodyOf } from '../../member-api/parse'
import { paymentsOf } from '../../payments/payments'
import { findPayment } from '../../stores/dues/payments'
import { findMember } from '../../stores/members'
import { shownPayment } from '../shown'
import { learn, takeNotice } from './learn'
import { cancelOnline, startOnline } from './start'

const NOBODYS_ADDRESS = '127.0.0.1'

export function addOnlineRoutes(strapi: Core.Strapi) {
  async function own(ctx: MemberContext, caller: MemberCaller) {
    const payment = await findPayment(strapi, { id: ctx.params.id })
    if (payment?.memberId !== caller.memberId || payment.expiresAt === null) throw notFound()
    return payment
  }

  addMemberRoutes(strapi, 'dues', {
    'GET /member/dues/online': {
      who: ['member'],
      handle: () => ({
        data: Object.values(paymentsOf(strapi).providers).map(({ name, devices }) => ({ name, devices })),
      }),
    },
    'POST /member/dues/online': {
      who: ['member'],
      async handle(ctx, caller) {
        const meant = bodyOf(ctx, onlineSchema)
        const member = await findMember(strapi, caller.memberId)
        if (!member) throw notFound()
        const ip =
          callerAddress(ctx.req.socket.remoteAddress, ctx.get('x-forwarded-for') || undefined) ?? NOBODYS_ADDRESS
        const { payment, started } = await startOnline({ strapi, by: caller, now: new Date() }, member, meant, ip)
        return { data: { payment: shownPayment(payment), started } }
      },
    },
    /** Asked by the page until it is known; asks the provider, for a notice may be late. */
    'GET /member/dues/online/:id': {
      who: ['member'],
      async handle(ctx, caller) {
        const payment = await own(ctx, caller)
        return { data: { ...shownPayment(payment), state: await learn(strapi, payment, new Date()) } }
      },
    },
    'POST /member/dues/online/:id/cancel': {
      who: ['member'],
      async handle(ctx, caller) {
        const payment = await own(ctx, caller)
        await cancelOnline({ strapi, by: caller, now: new Date() }, payment)
        return { data: { id: payment.id } }
      },
    },
  })
}

/** Call in `bootstrap`: from then on notices are booked. */
export function takeNotices(strapi: Core.Strapi) {
  paymentsOf(strapi).onNotice((_provider, notice) => takeNotice(strapi, notice, new Date()))
}
