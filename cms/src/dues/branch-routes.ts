/** `/api/branch/dues`: what a branch sees and does about its members' dues; those above it see more branches. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import { changers, officeRoles, type Role } from '../domain/access/roles'
import { type MemberCaller, pathsOf } from '../domain/access/scope'
import { checkDecision, decisionSchema } from '../domain/dues/decisions'
import { monthSchema } from '../domain/dues/months'
import { correctionSchema, decideSchema, recordSchema, refundSchema } from '../domain/dues/payment'
import type { Member } from '../domain/members/member'
import { beijingDate } from '../domain/time/beijing'
import { addMemberRoutes } from '../member-api/add-routes'
import { notFound } from '../member-api/gate'
import { bodyOf, queryOf } from '../member-api/parse'
import { billsOfMonth, findBill, gapsOfMonth } from '../stores/dues/bills'
import { basesOf, findBase, insertDecision, waitingBases } from '../stores/dues/facts'
import { findPayment, waitingPayments } from '../stores/dues/payments'
import { findRequest, waitingRequests } from '../stores/dues/requests'
import { findMember, findMembers } from '../stores/members'
import { findOrganisation } from '../stores/organisations'
import { decideOnBase, declareBase, readBase } from './bases'
import { branchOf } from './branch-of'
import { declareSchema, statementOf } from './member-routes'
import { sendRefund } from './online/refunds'
import { recordPayment, withdrawPayment } from './record-payment'
import { askCorrection, askRefund, decide } from './requests'
import { shownBill, shownPayment, shownRequest } from './shown'

/** who takes money and answers for it */
const treasury: readonly Role[] = ['treasurer', 'branch-secretary', 'general-branch', 'committee-staff']
const staff: readonly Role[] = ['committee-staff']

const monthQuery = z.object({ month: monthSchema, organisation: z.string().max(40).optional() })
const named = { memberId: z.string().max(40) }

export function addBranchDuesRoutes(strapi: Core.Strapi) {
  const step = (by: MemberCaller) => ({ strapi, by, now: new Date() })

  async function seen(caller: MemberCaller, who: readonly Role[], memberId: string): Promise<Member> {
    const member = await findMember(strapi, memberId, pathsOf(caller, who))
    if (!member) throw notFound()
    return member
  }
  /** Something of a member whom the caller may see. */
  async function seenOf<T extends { memberId: string }>(caller: MemberCaller, who: readonly Role[], found: T | null) {
    if (!found) throw notFound()
    return { thing: found, member: await seen(caller, who, found.memberId) }
  }
  const namesOf = async (things: readonly { memberId: string }[]) => {
    const members = await findMembers(strapi, [...new Set(things.map(({ memberId }) => memberId))])
    return (memberId: string) => ({
      name: members.get(memberId)?.name ?? '',
      number: members.get(memberId)?.number ?? '',
    })
  }

  addMemberRoutes(strapi, 'dues', {
    'GET /branch/dues': {
      who: officeRoles,
      async handle(ctx, caller) {
        const { month, organisation } = queryOf(ctx, monthQuery)
        const held = pathsOf(caller, officeRoles)
        const place = organisation ? await findOrganisation(strapi, organisation, held) : null
        if (organisation && !place) throw notFound()
        const paths = place ? [place.path] : held
        const bills = await billsOfMonth(strapi, month, paths)
        const gaps = await gapsOfMonth(strapi, month, paths)
        const nameOf = await namesOf([...bills, ...gaps])
        return {
          data: {
            bills: bills.map((bill) => ({ ...shownBill(bill), memberId: bill.memberId, ...nameOf(bill.memberId) })),
            gaps: gaps.map((gap) => ({ ...gap, ...nameOf(gap.memberId) })),
          },
        }
      },
    },
    'GET /branch/members/:id/dues': {
      who: officeRoles,
      async handle(ctx, caller) {
        const member = await seen(caller, officeRoles, ctx.params.id)
        return {
          data: { name: member.name, number: member.number, ...(await statementOf(strapi, member, new Date())) },
        }
      },
    },
    'GET /branch/dues/waiting': {
      who: officeRoles,
      async handle(_ctx, caller) {
        const paths = pathsOf(caller, officeRoles)
        const payments = await waitingPayments(strapi, paths)
        const requests = await waitingRequests(strapi, paths)
        const bases = await waitingBases(strapi, paths)
        const nameOf = await namesOf([...payments, ...requests, ...bases])
        const withName = <T extends { memberId: string }>(one: T) => ({ ...one, ...nameOf(one.memberId) })
        return {
          data: {
            payments: payments.map(shownPayment).map(withName),
            requests: requests.map(shownRequest).map(withName),
            // without the amounts: each reading of those is an act of its own
            bases: bases.map(({ id, memberId, from, declaredAt }) => withName({ id, memberId, from, declaredAt })),
          },
        }
      },
    },
    'POST /branch/dues/payments': {
      who: treasury,
      async handle(ctx, caller) {
        const meant = bodyOf(ctx, recordSchema)
        const member = await seen(caller, treasury, meant.memberId)
        return { data: shownPayment(await recordPayment(step(caller), member, meant)) }
      },
    },
    'POST /branch/dues/payments/:id/withdraw': {
      who: treasury,
      async handle(ctx, caller) {
        const { thing } = await seenOf(caller, treasury, await findPayment(strapi, { id: ctx.params.id }))
        await withdrawPayment(step(caller), thing)
        return { data: { id: thing.id } }
      },
    },
    'GET /branch/members/:id/bases': {
      who: treasury,
      async handle(ctx, caller) {
        const member = await seen(caller, treasury, ctx.params.id)
        const subject = { uid: 'member', id: member.id, title: member.name }
        await noteAct(strapi, { act: 'dues.read-base', subject }, new Date())
        return { data: (await basesOf(strapi, member.id)).map((base) => readBase(strapi, base)) }
      },
    },
    'POST /branch/members/:id/bases': {
      who: treasury,
      async handle(ctx, caller) {
        const { from, amount } = bodyOf(ctx, declareSchema)
        const member = await seen(caller, treasury, ctx.params.id)
        return { data: { id: await declareBase(step(caller), member, amount, from) } }
      },
    },
    'POST /branch/dues/bases/:id/decide': {
      who: treasury,
      async handle(ctx, caller) {
        const { isApproved, note } = bodyOf(ctx, decideSchema)
        const { thing, member } = await seenOf(caller, treasury, await findBase(strapi, ctx.params.id))
        await decideOnBase(step(caller), member, thing, isApproved, note)
        return { data: { id: thing.id } }
      },
    },
    'POST /branch/dues/decisions': {
      who: staff,
      async handle(ctx, caller) {
        const { memberId, decision } = bodyOf(ctx, z.strictObject({ ...named, decision: decisionSchema }))
        const member = await seen(caller, staff, memberId)
        const now = new Date()
        const [problem] = checkDecision(decision, await branchOf(strapi, member), beijingDate(now))
        if (problem) refuse(problem, { fields: ['decision'] })
        const subject = { uid: 'member', id: member.id, title: member.name }
        return strapi.db.transaction(async () => {
          const id = await insertDecision(strapi, member.id, decision, caller.memberId, now)
          await noteAct(
            strapi,
            { act: 'dues.decision', subject, after: { from: decision.from, until: decision.until } },
            now,
          )
          return { data: { id } }
        })
      },
    },
    'POST /branch/dues/corrections': {
      who: treasury,
      async handle(ctx, caller) {
        const { billId, amount, reason } = bodyOf(ctx, correctionSchema)
        const { thing } = await seenOf(caller, treasury, await findBill(strapi, billId))
        return { data: { id: await askCorrection(step(caller), thing, amount, reason) } }
      },
    },
    'POST /branch/dues/refunds': {
      who: treasury,
      async handle(ctx, caller) {
        const { paymentId, amount, reason } = bodyOf(ctx, refundSchema)
        const { thing } = await seenOf(caller, treasury, await findPayment(strapi, { id: paymentId }))
        return { data: { id: await askRefund(step(caller), thing, amount, reason) } }
      },
    },
    'POST /branch/dues/requests/:id/decide': {
      who: changers,
      async handle(ctx, caller) {
        const { isApproved, note } = bodyOf(ctx, decideSchema)
        const { thing } = await seenOf(caller, changers, await findRequest(strapi, ctx.params.id))
        const isSent = await decide(step(caller), thing, isApproved, note)
        if (isSent) await sendRefund(strapi, thing.id, new Date())
        return { data: { id: thing.id } }
      },
    },
  })
}
