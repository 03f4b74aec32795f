/** What two people have to agree on: another amount for a bill, money that goes back. Both add to the ledger, neither changes it. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import { checkSecondPerson, isOnline } from '../domain/dues/payment'
import { bookDue, bookRefund, netOf } from '../domain/ledger/book'
import { type Entry, entryId, type Posting } from '../domain/ledger/entry'
import { beijingDate } from '../domain/time/beijing'
import { type BillState, findBill } from '../stores/dues/bills'
import { book, postingsOf } from '../stores/dues/ledger'
import { findPayment, type Payment } from '../stores/dues/payments'
import { type DuesRequest, decideRequest, insertRequest, requestsOfMember } from '../stores/dues/requests'
import { ofAccount } from './own-account'

type Step = { strapi: Core.Strapi; by: Pick<MemberCaller, 'memberId' | 'name'>; now: Date }

const moneyOf = (postings: readonly Posting[]) => postings.find(({ fen }) => fen > 0)?.fen ?? 0

/** The payment less all that went back of it. */
export async function standing(strapi: Core.Strapi, payment: Pick<Payment, 'id' | 'memberId'>): Promise<Posting[]> {
  const refunds = (await requestsOfMember(strapi, payment.memberId)).filter(
    ({ kind, about, state }) => kind === 'refund' && about === payment.id && state === 'approved',
  )
  const ids = refunds.map(({ id }) => entryId({ cause: 'refund', causeId: id }))
  const paid = await postingsOf(strapi, [entryId({ cause: 'payment', causeId: payment.id })])
  return netOf([...paid, ...(await postingsOf(strapi, ids))])
}

/** What may still go back: less what is on its way. */
async function returnable(strapi: Core.Strapi, payment: Payment): Promise<number> {
  const sending = (await requestsOfMember(strapi, payment.memberId)).filter(
    ({ about, state }) => about === payment.id && state === 'sending',
  )
  return moneyOf(await standing(strapi, payment)) - sending.reduce((sum, { fen }) => sum + fen, 0)
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
    if (fen > (await returnable(step.strapi, payment))) refuse('DUES_REFUND_TOO_MUCH', { fields: ['amount'] })
    return ask(step, { kind: 'refund', memberId: payment.memberId, about: payment.id, fen, reason })
  })
}

export async function bookRequest(strapi: Core.Strapi, request: DuesRequest, by: string, now: Date) {
  const postings = await postingsFor(strapi, request)
  const entry: Entry = { cause: request.kind, causeId: request.id, by, on: beijingDate(now), postings }
  if (postings.length > 0) await book(strapi, [entry], now)
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

/** What was paid online goes back the same way: it is booked when the provider has done it (online/refunds.ts). */
async function goesOnline(strapi: Core.Strapi, { kind, about }: DuesRequest): Promise<boolean> {
  const payment = kind === 'refund' ? await findPayment(strapi, { id: about }) : null
  return payment !== null && isOnline(payment.method)
}

/** The second person's word. @returns whether a provider has to send money back now */
export async function decide(
  { strapi, by, now }: Step,
  request: DuesRequest,
  isApproved: boolean,
  note: string,
): Promise<boolean> {
  const refusal = checkSecondPerson(request, by.memberId)
  if (refusal) refuse(refusal)
  return ofAccount(strapi, request.memberId, async () => {
    const isSent = isApproved && (await goesOnline(strapi, request))
    // before it is decided: a refund must not find itself among what went back
    if (isApproved && !isSent) await bookRequest(strapi, request, by.name, now)
    const state = isSent ? 'sending' : isApproved ? 'approved' : 'refused'
    if (!(await decideRequest(strapi, request.id, state, by.memberId, note, now))) refuse('DUES_NOT_WAITING')
    const subject = { uid: 'dues_request', id: request.id, title: null }
    await noteAct(strapi, { act: 'dues.decide', subject, after: { state, note } }, now)
    return isSent
  })
}
