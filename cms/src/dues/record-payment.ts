/** 现金和转账: the treasurer writes down what he received; it counts with a slip, or when the member says so himself. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import { checkArrangement } from '../domain/dues/paying'
import { checkPaidOn, type RecordedPayment } from '../domain/dues/payment'
import type { Member } from '../domain/members/member'
import { beijingDate } from '../domain/time/beijing'
import { endWaiting, findPayment, insertPayment, type Payment } from '../stores/dues/payments'
import { branchOf } from './branch-of'
import { ofAccount } from './own-account'
import { allocateTo, refuseSurplus, settle } from './settle'

type Step = { strapi: Core.Strapi; by: Pick<MemberCaller, 'memberId' | 'name'>; now: Date }

/** The same key with the same payment is the same deed, sent twice. */
function refuseOther(payment: Payment, meant: RecordedPayment) {
  const isSame = payment.memberId === meant.memberId && payment.fen === meant.amount && payment.method === meant.method
  if (!isSame) refuse('DUES_KEY_USED', { fields: ['key'] })
}

export async function recordPayment(
  { strapi, by, now }: Step,
  member: Member,
  meant: RecordedPayment,
): Promise<Payment> {
  return ofAccount(strapi, member.id, async () => {
    const before = await findPayment(strapi, { key: meant.key })
    if (before) {
      refuseOther(before, meant)
      return before
    }
    const { key, amount: fen, method, paidOn, arrangement, isRestVoluntary, slip } = meant
    const wrongDay = checkPaidOn(paidOn, beijingDate(now))
    if (wrongDay) refuse(wrongDay, { fields: ['paidOn'] })
    const branch = await branchOf(strapi, member)
    const [problem] = checkArrangement(arrangement, { id: member.id, branchId: branch.id })
    if (problem) refuse(problem, { fields: ['arrangement'] })
    refuseSurplus((await allocateTo(strapi, { memberId: member.id, fen, paidOn, isRestVoluntary })).allocation)
    const whose = { memberId: member.id, organisationId: branch.id, recordedBy: by.memberId }
    const made = await insertPayment(
      strapi,
      { ...whose, key, fen, method, paidOn, arrangement, isRestVoluntary, slip },
      now,
    )
    if (!made) return refuse('DUES_KEY_USED', { fields: ['key'] })
    const subject = { uid: 'dues_payment', id: made.id, title: member.name }
    await noteAct(strapi, { act: 'dues.record', subject, after: { fen, method, paidOn } }, now)
    if (slip === null) return made
    await settle(strapi, made, { id: by.memberId, name: by.name }, now)
    return { ...made, state: 'settled' }
  })
}

/** The member's own word. */
export async function confirmPayment({ strapi, by, now }: Step, payment: Payment) {
  await ofAccount(strapi, payment.memberId, async () => {
    if (!(await settle(strapi, payment, { id: by.memberId, name: by.name }, now))) refuse('DUES_NOT_WAITING')
  })
}

/** Written down by mistake, or not what the member says: nothing has been booked yet. */
export async function withdrawPayment({ strapi, by, now }: Step, payment: Payment) {
  await ofAccount(strapi, payment.memberId, async () => {
    if (!(await endWaiting(strapi, payment.id, 'withdrawn', by.memberId, now))) refuse('DUES_NOT_WAITING')
    const subject = { uid: 'dues_payment', id: payment.id, title: null }
    await noteAct(strapi, { act: 'dues.withdraw', subject, before: { fen: payment.fen } }, now)
  })
}
