/** What two people have to agree on: another amount for a bill, money that goes back. Both add to the ledger, neither changes it. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import { checkSecondPerson } from '../domain/dues/payment'
import { bookDue, bookRefund, netOf } from '../domain/ledger/book'
import { type Entry, entryId, type Posting } from '../domain/ledger/entry'
import { beijingDate } from '../domain/time/beijing'
import { type BillState, findBill } from '../stores/dues/bills'
import { book, postingsOf } from '../stores/dues/ledger'
import {
  type DuesRequest,
  decideRequest,
  findPayment,
  insertRequest,
  type Payment,
  requestsOfMember,
} from '../stores/dues/payments'
import { ofAccount } from './own-account'

type Step = { strapi: Core.Strapi; by: Pick<MemberCaller, 'memberId' | 'name'>; now: Date }

const moneyOf = (postings: readonly Posting[]) => postings.find(({ fen }) => fen > 0)?.fen ?? 0

/** The payment less all that went back of it. */
async function standing(strapi: Core.Strapi, payment: Pick<Payment, 'id' | 'memberId'>): Promise<Posting[]> {
  const refunds = (await requestsOfMember(strapi, payment.memberId)).filter(
    ({ kind, about, state }) => kind === 'refund' && about === payment.id && state === 'approved',
  )
  const ids = refunds.map(({ id }) => entryId({ cause: 'refund', causeId: id }))
  const paid = await postingsOf(strapi, [entryId({ cause: 'payment', causeId: payment.id })])
  return netOf([...paid, ...(await postingsOf(strapi, ids))])
}

async function ask(
  { strapi, by, now }: Step,
  request: Pick<DuesRequest, 'kind' | 'memberId' | 'about' | 'fen' | 'reason'>,
) {
  const open = (await requestsOfMember(strapi, request.memberId)).some(
    ({ kind, about, state }) => state === 'waiting' && kind === request.kind && about === request.about,
  )
  if (open) refuse('DUES_NOT_WAITING')
  const id = await insertRequest(strapi, { ...request, askedBy: by.memberId }, now)
  const subject = { uid: 'dues_request', id, title: null }
  await noteAct(
    strapi,
    { act: 'dues.ask', subject, after: { kind: request.kind, fen: request.fen, reason: request.reason } },
    now,
  )
  return id
}

export async function askCorrection(step: Step, bill: BillState, fen: number, reason: string): Promise<string> {
  return ofAccount(step.strapi, bill.memberId, async () => {
    const now = await findBill(step.strapi, bill.id)
    if (now?.dueFen === fen) refuse('DUES_NO_CHANGE', { fields: ['amount'] })
    return ask(step, { kind: 'correction', memberId: bill.memberId, about: bill.id, fen, reason })
  })
}

export async function askRefund(step: Step, payment: Payment, fen: number, reason: string): Promise<string> {
  return ofAccount(step.strapi, payment.memberId, async () => {
    if (payment.state !== 'settled') refuse('DUES_NOT_WAITING')
    if (fen > moneyOf(await standing(step.strapi, payment))) refuse('DUES_REFUND_TOO_MUCH', { fields: ['amount'] })
    return ask(step, { kind: 'refund', memberId: payment.memberId, about: payment.id, fen, reason })
  })
}

async function postingsFor(strapi: Core.Strapi, { kind, about, fen }: DuesRequest): Promise<Posting[]> {
  if (kind === 'correction') {
    const bill = await findBill(strapi, about)
    return bill ? bookDue(bill, fen - bill.dueFen) : []
  }
  const payment = await findPayment(strapi, { id: about })
  const stands = payment ? await standing(strapi, payment) : []
  if (fen > moneyOf(stands)) refuse('DUES_REFUND_TOO_MUCH')
  return bookRefund(stands, fen)
}

/** The second person's word. */
export async function decide({ strapi, by, now }: Step, request: DuesRequest, isApproved: boolean, note: string) {
  const refusal = checkSecondPerson(request, by.memberId)
  if (refusal) refuse(refusal)
  await ofAccount(strapi, request.memberId, async () => {
    const state = isApproved ? 'approved' : 'refused'
    // before it is decided: a refund must not find itself among what went back
    const postings = isApproved ? await postingsFor(strapi, request) : []
    if (!(await decideRequest(strapi, request.id, state, by.memberId, note, now))) refuse('DUES_NOT_WAITING')
    const entry: Entry = { cause: request.kind, causeId: request.id, by: by.name, on: beijingDate(now), postings }
    if (postings.length > 0) await book(strapi, [entry], now)
    const subject = { uid: 'dues_request', id: request.id, title: null }
    await noteAct(strapi, { act: 'dues.decide', subject, after: { state, note } }, now)
  })
}
