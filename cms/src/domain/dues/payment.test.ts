import { describe, expect, it } from 'vitest'
import { checkPaidOn, checkSecondPerson, correctionSchema, type RecordedPayment, recordSchema } from './payment'

describe('the second person', () => {
  const request = { askedBy: 'treasurer', memberId: 'member' }
  it.each([
    ['treasurer', 'DUES_SAME_PERSON'],
    ['member', 'DUES_OWN_MONEY'],
    ['secretary', null],
  ])('may not be %s: %s', (decider, refusal) => expect(checkSecondPerson(request, decider)).toBe(refusal))
})

it.each([
  ['2026-11-27', null],
  ['2026-11-28', 'DUES_PAID_ON'],
  ['2025-11-27', null],
  ['2025-11-26', 'DUES_PAID_ON'],
])('money received on %s: %s', (day, refusal) => expect(checkPaidOn(day, '2026-11-27')).toBe(refusal))

describe('what a treasurer writes down', () => {
  const whole: Record<keyof RecordedPayment, unknown> = {
    ...{ key: 'k'.repeat(16), memberId: 'm', amount: '34.57', method: 'cash', paidOn: '2026-11-27' },
    ...{
      arrangement: { rhythm: 'monthly', payer: { kind: 'self' }, consent: null },
      isRestVoluntary: false,
      slip: null,
    },
  }
  it('is read to the fen', () => expect(recordSchema.parse({ ...whole, amount: '￥1,234.5' }).amount).toBe(123_450))

  it.each([
    ['amount', '0'],
    ['amount', '-1'],
    ['amount', '1e3'],
    ['amount', '0.001'],
    ['amount', 34.57],
    ['method', 'deduction'],
    ['method', 'wechat'],
    ['key', 'short'],
    ['paidOn', '2026-02-30'],
    ['arrangement', { rhythm: 'monthly', payer: { kind: 'organisation' }, consent: null }],
    ['purpose', 'special'],
  ])('takes no %s like %j', (field, value) => {
    expect(recordSchema.safeParse({ ...whole, [field]: value }).success).toBe(false)
  })

  it('a correction may be to nothing, with a reason', () => {
    const correction = { billId: 'b', amount: '0', reason: '重复计算的账单' }
    expect(correctionSchema.parse(correction).amount).toBe(0)
    expect(correctionSchema.safeParse({ ...correction, reason: '错了' }).success).toBe(false)
  })
})
