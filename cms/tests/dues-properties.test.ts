/** Whatever bases, payments, corrections and refunds come, in whatever order, some of them dying in the middle: the books add up. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordSchema } from '../src/domain/dues/payment.ts'
import type { Member } from '../src/domain/members/member.ts'
import { billMonth } from '../src/dues/bill-month.ts'
import { checkBooks } from '../src/dues/check-books.ts'
import { confirmPayment, recordPayment, withdrawPayment } from '../src/dues/record-payment.ts'
import { askCorrection, askRefund, decide } from '../src/dues/requests.ts'
import { billsOfMember } from '../src/stores/dues/bills.ts'
import { balances } from '../src/stores/dues/ledger.ts'
import { paymentsOfMember } from '../src/stores/dues/payments.ts'
import { findRequest, requestsOfMember } from '../src/stores/dues/requests.ts'
import { refusalOf } from './setup/content.ts'
import { createBase, payment } from './setup/dues.ts'
import { type College, createCollege, createMember } from './setup/members.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const NOW = new Date('2026-11-27T04:00:00Z')
const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11']
const one = { memberId: 'treasurer', name: '组织委员' }
const other = { memberId: 'secretary', name: '支部书记' }

let cms: TestCms
let college: College

beforeAll(async () => {
  cms = await startCms()
  college = await createCollege(cms)
})
afterAll(() => cms.stop())

type Deed =
  | { do: 'bill'; month: number }
  | { do: 'record'; fen: number; isRestVoluntary: boolean; hasSlip: boolean }
  | { do: 'confirm' | 'withdraw'; which: number }
  | { do: 'correct'; which: number; fen: number }
  | { do: 'refund'; which: number; fen: number }
  | { do: 'decide'; which: number; isApproved: boolean }

const fen = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom(1, 3457, 2 * 3457, 1000_00, 999_99))
const which = fc.nat(5)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('bill' as const), month: fc.nat(MONTHS.length - 1) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      fen,
      isRestVoluntary: fc.boolean(),
      hasSlip: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirm' as const, 'withdraw' as const), which }) },
  fc.record({ do: fc.constant('correct' as const), which, fen: fc.nat(20_000) }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('refund' as const), which, fen: fc.integer({ min: 1, max: 3457 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), which, isApproved: fc.boolean() }) },
)
/** one in five dies after its work and before its commit, as a process does that is killed */
const step = fc.record({ deed, dies: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0) })

async function perform(member: Member, did: Deed) {
  const { strapi } = cms
  const step = { strapi, by: one, now: NOW }
  const nth = <T>(all: T[], at: number): T | undefined => all[at % Math.max(1, all.length)]
  switch (did.do) {
    case 'bill':
      return billMonth(strapi, MONTHS[did.month] ?? '', NOW)
    case 'record': {
      const { isRestVoluntary, hasSlip } = did
      const amount = (did.fen / 100).toFixed(2)
      return recordPayment(
        step,
        member,
        recordSchema.parse(payment(member.id, amount, { isRestVoluntary, slip: hasSlip ? '凭证' : null })),
      )
    }
    case 'confirm':
    case 'withdraw': {
      const found = nth(await paymentsOfMember(strapi, member.id), did.which)
      return found && (did.do === 'confirm' ? confirmPayment(step, found) : withdrawPayment(step, found))
    }
    case 'correct': {
      const bill = nth(await billsOfMember(strapi, member.id), did.which)
      return bill && askCorrection(step, bill, did.fen, '随机的更正')
    }
    case 'refund': {
      const paid = nth(await paymentsOfMember(strapi, member.id), did.which)
      return paid && askRefund(step, paid, did.fen, '随机的退款')
    }
    case 'decide': {
      const request = nth(await requestsOfMember(strapi, member.id), did.which)
      return request && decide({ ...step, by: other }, request, did.isApproved, '')
    }
    default:
      return did satisfies never
  }
}

class Killed extends Error {}

async function take(member: Member, did: Deed, dies: boolean) {
  if (!dies) return refusalOf(async () => perform(member, did))
  return refusalOf(() =>
    cms.strapi.db.transaction(async () => {
      await perform(member, did)
      throw new Killed('KILLED')
    }),
  )
}

const CODE = /^(?:DUES_[A-Z_]+|KILLED)$/

it('adds up after every walk, and says of each member what his payments say', async () => {
  const reached = { settled: 0, refunded: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const member = await createMember(cms, college.branch.id)
      await createBase(cms, member, 345_678)
      await billMonth(cms.strapi, '2026-07', NOW)
      for (const { deed: did, dies } of steps) {
        const refusal = await take(member, did, dies)
        // whatever is refused is refused by a rule
        if (refusal !== null) expect(refusal).toMatch(CODE)
      }
      expect(await checkBooks(cms.strapi, NOW)).toEqual([])

      const bills = await billsOfMember(cms.strapi, member.id)
      const payments = (await paymentsOfMember(cms.strapi, member.id)).filter(({ state }) => state === 'settled')
      const requests = await requestsOfMember(cms.strapi, member.id)
      const refunded = requests.filter(({ kind, state }) => kind === 'refund' && state === 'approved')
      const kept = payments.reduce((sum, paid) => sum + paid.fen, 0) - refunded.reduce((sum, back) => sum + back.fen, 0)
      const held = await cms.strapi.db
        .connection('ledger_postings')
        .where({ member_id: member.id, account: 'cash' })
        .sum({ fen: 'fen' })
        .first()
      expect(Number(held?.fen ?? 0)).toBe(kept)
      reached.settled += payments.length
      reached.refunded += refunded.length
      for (const bill of bills) expect(bill.paidFen).toBeGreaterThanOrEqual(0)
      for (const { id } of requests) expect(await findRequest(cms.strapi, id)).not.toBeNull()
    }),
    { numRuns: Number(process.env.DUES_RUNS ?? 100) },
  )
  // the walks get somewhere
  expect(reached.settled).toBeGreaterThan(0)
  expect(reached.refunded).toBeGreaterThan(0)
  const all = await balances(cms.strapi, ['/'])
  expect(all.reduce((sum, balance) => sum + balance.fen, 0)).toBe(0)
}, 240_000)
