/** A member pays on his phone: an order is written down first, then the provider is asked, so that money never comes for what nobody knows. */
import type { Core } from '@strapi/types'
import { noteAct } from '../../audit/note-act'
import { refuse } from '../../content-api/refuse'
import type { MemberCaller } from '../../domain/access/scope'
import type { OnlinePayment } from '../../domain/dues/payment'
import type { Member } from '../../domain/members/member'
import { isNothingDone, paymentProblems } from '../../domain/payments/problems'
import { beijingDate } from '../../domain/time/beijing'
import { readEnvironment } from '../../environment'
import { paymentsOf } from '../../payments/payments'
import type { Device, PaymentProvider, Started } from '../../payments/provider'
import { endWaiting, findPayment, insertPayment, type Payment, paymentsOfMember } from '../../stores/dues/payments'
import { branchOf } from '../branch-of'
import { ofAccount } from '../own-account'
import { allocateTo, refuseSurplus } from '../settle'
import { learn } from './learn'
import { orderOf } from './orders'

type Step = { strapi: Core.Strapi; by: Pick<MemberCaller, 'memberId' | 'name'>; now: Date }

const PAYABLE_FOR_MS = 30 * 60_000

export function providerOf(strapi: Core.Strapi, name: OnlinePayment['provider']): PaymentProvider {
  return paymentsOf(strapi).providers[name] ?? refuse('DUES_ONLINE_CLOSED', { fields: ['provider'] })
}

const deviceOf = (kind: OnlinePayment['device'], ip: string): Device => {
  const returnUrl = new URL('/member/', readEnvironment().SITE_URL).href
  return kind === 'phone' ? { kind, ip, returnUrl } : { kind, returnUrl }
}

async function writeDown({ strapi, by, now }: Step, member: Member, meant: OnlinePayment): Promise<Payment> {
  const { key, provider: method, amount: fen, isRestVoluntary } = meant
  return ofAccount(strapi, member.id, async () => {
    const before = await findPayment(strapi, { key })
    if (before && (before.memberId !== member.id || before.fen !== fen || before.method !== method))
      refuse('DUES_KEY_USED', { fields: ['key'] })
    if (before) return before
    const open = (await paymentsOfMember(strapi, member.id)).find(
      ({ state, expiresAt }) => state === 'waiting' && expiresAt !== null,
    )
    if (open) refuse('DUES_ONLINE_OPEN', { paymentId: open.id })
    const paidOn = beijingDate(now)
    refuseSurplus((await allocateTo(strapi, { memberId: member.id, fen, paidOn, isRestVoluntary })).allocation)
    const branch = await branchOf(strapi, member)
    const arrangement = { rhythm: 'monthly' as const, payer: { kind: 'self' as const }, consent: null }
    const whose = { memberId: member.id, organisationId: branch.id, recordedBy: by.memberId }
    const expiresAt = new Date(now.getTime() + PAYABLE_FOR_MS)
    const made = await insertPayment(
      strapi,
      { ...whose, key, method, fen, paidOn, arrangement, isRestVoluntary, slip: null, expiresAt },
      now,
    )
    if (!made) return refuse('DUES_KEY_USED', { fields: ['key'] })
    const subject = { uid: 'dues_payment', id: made.id, title: member.name }
    await noteAct(strapi, { act: 'dues.record', subject, after: { fen, method } }, now)
    return made
  })
}

/** The same key again starts the same order again: it is paid once, on whatever device. */
export async function startOnline(
  step: Step,
  member: Member,
  meant: OnlinePayment,
  ip: string,
): Promise<{ payment: Payment; started: Started | null }> {
  const { strapi, by, now } = step
  const provider = providerOf(strapi, meant.provider)
  const payment = await writeDown(step, member, meant)
  if (payment.state !== 'waiting') return { payment, started: null }
  const outcome = await provider.start(orderOf(payment), deviceOf(meant.device, ip))
  if (outcome.ok) return { payment, started: outcome.value }
  const { problem } = outcome
  strapi.log.warn(`${meant.provider} has not started an order: ${problem.code} ${problem.providerCode ?? ''}`)
  if (isNothingDone(problem)) await endWaiting(strapi, payment.id, 'withdrawn', by.memberId, now)
  return refuse('DUES_ONLINE_PROBLEM', { problem: problem.code }, paymentProblems[problem.code].sentence)
}

/** Not paid after all. Whoever has paid already cannot take it back here. */
export async function cancelOnline({ strapi, now }: Step, payment: Payment) {
  await providerOf(strapi, payment.method as OnlinePayment['provider']).close(orderOf(payment).orderNo)
  const state = await learn(strapi, payment, now, { isGivenUp: true })
  if (state === 'settled') refuse('DUES_ONLINE_PAID')
}
