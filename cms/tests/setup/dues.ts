/** What somebody owes, has paid and has asked for, written past the rules: for tests that are about what comes after. */

import type { RecordedPayment } from '../../src/domain/dues/payment.ts'
import type { Member } from '../../src/domain/members/member.ts'
import { basePurpose } from '../../src/dues/assess-members.ts'
import { billMember } from '../../src/dues/bill-month.ts'
import { sealingRing } from '../../src/sealing/ring.ts'
import { billId } from '../../src/stores/dues/bills.ts'
import { insertBase, newBaseId } from '../../src/stores/dues/facts.ts'
import { insertPayment } from '../../src/stores/dues/payments.ts'
import { insertRequest } from '../../src/stores/dues/requests.ts'
import type { TestCms } from './strapi.ts'

export const MONTH = '2026-11'
const SOMEBODY = 'somebody-else'
const ordinary: RecordedPayment['arrangement'] = { rhythm: 'monthly', payer: { kind: 'self' }, consent: null }

let keys = 0
export const newKey = (): string => {
  keys += 1
  return `payment-of-a-test-${keys}`
}

export const payment = (memberId: string, amount: string, data: object = {}) => ({
  ...{ key: newKey(), memberId, amount, method: 'cash', paidOn: '2026-11-20', arrangement: ordinary },
  ...{ isRestVoluntary: false, slip: null, ...data },
})

/** A confirmed base, as the branch would have it. */
export async function createBase(
  cms: TestCms,
  member: Member,
  fen: number,
  from = '2026-01',
  state: 'declared' | 'confirmed' = 'confirmed',
) {
  const id = newBaseId()
  const sealedBase = sealingRing(cms.strapi).seal(String(fen), basePurpose(member.id))
  const decided = state === 'confirmed' ? { decidedBy: SOMEBODY } : {}
  const base = {
    id,
    memberId: member.id,
    category: member.category,
    from,
    sealedBase,
    state,
    declaredBy: SOMEBODY,
    ...decided,
  }
  await insertBase(cms.strapi, base, new Date())
  return id
}

/** A bill of November, a payment of it that waits, a base that waits, and a request that waits. */
export async function createDues(cms: TestCms, member: Member) {
  await billMember(cms.strapi, member, MONTH, new Date())
  const bill = billId(member.id, MONTH)
  const whose = { memberId: member.id, organisationId: member.organisationId, recordedBy: SOMEBODY }
  const waiting = await insertPayment(
    cms.strapi,
    {
      ...{ ...whose, key: newKey(), method: 'cash', fen: 20, paidOn: '2026-11-20', arrangement: ordinary },
      ...{ isRestVoluntary: false, slip: null },
    },
    new Date(),
  )
  const request = {
    kind: 'correction',
    memberId: member.id,
    about: bill,
    fen: 0,
    reason: '重复的账单',
    askedBy: SOMEBODY,
  } as const
  return {
    billId: bill,
    paymentId: waiting?.id ?? '',
    baseId: await createBase(cms, member, 500_000, '2026-01', 'declared'),
    requestId: await insertRequest(cms.strapi, request, new Date()),
  }
}
