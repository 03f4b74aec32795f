/** `/api/member/dues`: what a member sees and does about his own dues. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import type { MemberCaller } from '../domain/access/scope'
import { accountOf } from '../domain/dues/account'
import { parseTypedMoney } from '../domain/dues/money'
import { monthSchema } from '../domain/dues/months'
import { dueOn } from '../domain/dues/paying'
import type { Member } from '../domain/members/member'
import { beijingDate } from '../domain/time/beijing'
import { addMemberRoutes, type MemberContext } from '../member-api/add-routes'
import { notFound } from '../member-api/gate'
import { bodyOf } from '../member-api/parse'
import { billsOfMember } from '../stores/dues/bills'
import { basesOf } from '../stores/dues/facts'
import { findPayment, paymentsOfMember } from '../stores/dues/payments'
import { requestsOfMember } from '../stores/dues/requests'
import { readDuesSettings } from '../stores/dues/settings'
import { findMember } from '../stores/members'
import { declareBase, readBase } from './bases'
import { confirmPayment, withdrawPayment } from './record-payment'
import { shownBill, shownPayment, shownRequest } from './shown'

export const declareSchema = z.strictObject({
  from: monthSchema,
  amount: z.string().transform((text, context) => {
    const read = parseTypedMoney(text)
    if ('fen' in read) return read.fen
    context.addIssue({ code: 'custom', message: read.problem })
    return z.NEVER
  }),
})

/** Everything about one member's dues: for himself, and for his branch. */
export async function statementOf(strapi: Core.Strapi, member: Member, now: Date) {
  const { dueDay } = await readDuesSettings(strapi)
  const bills = await billsOfMember(strapi, member.id)
  const withDays = bills.map((bill) => ({ ...bill, dueOn: dueOn(bill.month, 'monthly', dueDay), isExcused: false }))
  return {
    account: accountOf(withDays, beijingDate(now)),
    bills: bills.map(shownBill),
    payments: (await paymentsOfMember(strapi, member.id)).map(shownPayment),
    requests: (await requestsOfMember(strapi, member.id)).map(shownRequest),
  }
}

export function addMemberDuesRoutes(strapi: Core.Strapi) {
  async function own(caller: MemberCaller): Promise<Member> {
    const member = await findMember(strapi, caller.memberId)
    if (!member) throw notFound()
    return member
  }
  async function ownPayment(ctx: MemberContext, caller: MemberCaller) {
    const payment = await findPayment(strapi, { id: ctx.params.id })
    if (payment?.memberId !== caller.memberId) throw notFound()
    return payment
  }

  addMemberRoutes(strapi, 'dues', {
    'GET /member/dues': {
      who: ['member'],
      handle: async (_ctx, caller) => ({ data: await statementOf(strapi, await own(caller), new Date()) }),
    },
    'GET /member/dues/bases': {
      who: ['member'],
      handle: async (_ctx, caller) => ({
        data: (await basesOf(strapi, caller.memberId)).map((base) => readBase(strapi, base)),
      }),
    },
    'POST /member/dues/bases': {
      who: ['member'],
      async handle(ctx, caller) {
        const { from, amount } = bodyOf(ctx, declareSchema)
        const step = { strapi, by: caller, now: new Date() }
        return { data: { id: await declareBase(step, await own(caller), amount, from) } }
      },
    },
    'POST /member/dues/payments/:id/confirm': {
      who: ['member'],
      async handle(ctx, caller) {
        const payment = await ownPayment(ctx, caller)
        await confirmPayment({ strapi, by: caller, now: new Date() }, payment)
        return { data: { id: payment.id } }
      },
    },
    'POST /member/dues/payments/:id/deny': {
      who: ['member'],
      async handle(ctx, caller) {
        const payment = await ownPayment(ctx, caller)
        await withdrawPayment({ strapi, by: caller, now: new Date() }, payment)
        return { data: { id: payment.id } }
      },
    },
  })
}
