import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, type OpenBill } from './allocate'
import { addMonths } from './months'

const terms = { today: '2026-11-30', isRestVoluntary: false, toCentreFromFen: 1000_00 }
const bill = (month: string, dueFen = 3000, paidFen = 0): OpenBill => ({ id: month, month, dueFen, paidFen })
const paid = (fen: number, bills: OpenBill[], changes: Partial<typeof terms> = {}) => {
  const { parts, ...rest } = allocate(fen, bills, { ...terms, ...changes })
  return { parts: parts.map((part) => `${part.month} ${part.fen}`), ...rest }
}
const nothingMore = { voluntaryFen: 0, isForCentre: false, returnedFen: 0, tooOld: [] }
const autumn = [bill('2026-11'), bill('2026-09'), bill('2026-10')]

describe('a payment', () => {
  it.each([
    [3000, ['2026-09 3000']],
    [2999, ['2026-09 2999']],
    [3001, ['2026-09 3000', '2026-10 1']],
    [9000, ['2026-09 3000', '2026-10 3000', '2026-11 3000']],
    [1, ['2026-09 1']],
    [0, []],
  ])('of %i goes to the oldest months first', (fen, parts) => {
    expect(paid(fen, autumn)).toEqual({ parts, ...nothingMore })
  })

  it('completes what was paid in part', () => {
    expect(paid(2000, [bill('2026-10', 3000, 2999), bill('2026-11')]).parts).toEqual(['2026-10 1', '2026-11 1999'])
  })

  it('leaves alone what is paid, overpaid or nothing', () => {
    const bills = [bill('2026-08', 3000, 3000), bill('2026-09', 3000, 3500), bill('2026-10', 0), bill('2026-11')]
    expect(paid(3000, bills)).toEqual({ parts: ['2026-11 3000'], ...nothingMore })
  })
})

describe('back payment', () => {
  it.each([
    ['2026-11-01', '2026-05', true],
    ['2026-11-30', '2026-05', true],
    ['2026-11-30', '2026-04', false],
    ['2026-12-01', '2026-05', false],
    ['2027-01-31', '2026-07', true],
    ['2027-01-31', '2026-06', false],
  ])('on %s of %s: %s', (today, month, isPayable) => {
    const result = paid(3000, [bill(month)], { today })
    expect(result.parts.length === 1).toBe(isPayable)
    expect(result.tooOld).toEqual(isPayable ? [] : [month])
    expect(result.returnedFen).toBe(isPayable ? 0 : 3000)
  })

  it('passes over what is too old and pays the rest', () => {
    const bills = Array.from({ length: 8 }, (_, n) => bill(addMonths('2026-04', n)))
    expect(paid(6000, bills)).toEqual({
      ...nothingMore,
      parts: ['2026-05 3000', '2026-06 3000'],
      tooOld: ['2026-04'],
    })
  })
})

describe('what is left over', () => {
  it.each([
    [100, false, { voluntaryFen: 0, isForCentre: false, returnedFen: 100 }],
    [100, true, { voluntaryFen: 100, isForCentre: false, returnedFen: 0 }],
    [999_99, true, { voluntaryFen: 999_99, isForCentre: false, returnedFen: 0 }],
    [1000_00, true, { voluntaryFen: 1000_00, isForCentre: true, returnedFen: 0 }],
    [1000_00, false, { voluntaryFen: 0, isForCentre: false, returnedFen: 1000_00 }],
    [0, true, { voluntaryFen: 0, isForCentre: false, returnedFen: 0 }],
  ])('%i, said to be voluntary: %s', (fen, isRestVoluntary, expected) => {
    expect(paid(9000 + fen, autumn, { isRestVoluntary })).toMatchObject({ ...expected, tooOld: [] })
  })
})

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no payment', (fen) => {
  expect(() => allocate(fen, autumn, terms)).toThrow(RangeError)
})

it('no fen appears, vanishes or is paid twice, in whatever order bills come', () => {
  const bills = fc.uniqueArray(
    fc.record({ ahead: fc.integer({ min: -12, max: 3 }), dueFen: fc.nat(20_000), paidFen: fc.nat(20_000) }),
    { selector: ({ ahead }) => ahead },
  )
  fc.assert(
    fc.property(fc.nat(500_000), bills, fc.boolean(), fc.nat(), (fen, rows, isRestVoluntary, turn) => {
      const all = rows.map(({ ahead, dueFen, paidFen }) => bill(addMonths('2026-11', ahead), dueFen, paidFen))
      const result = allocate(fen, all, { ...terms, isRestVoluntary })
      const sum = result.parts.reduce((total, part) => total + part.fen, 0)
      expect(sum + result.voluntaryFen + result.returnedFen).toBe(fen)
      for (const part of result.parts) {
        const { dueFen = 0, paidFen = 0, month = '' } = all.find(({ id }) => id === part.billId) ?? {}
        expect(part.fen).toBeGreaterThan(0)
        expect(paidFen + part.fen).toBeLessThanOrEqual(dueFen)
        expect(month >= '2026-05').toBe(true)
      }
      // all but the last are settled
      for (const part of result.parts.slice(0, -1)) {
        const { dueFen = 0, paidFen = 0 } = all.find(({ id }) => id === part.billId) ?? {}
        expect(paidFen + part.fen).toBe(dueFen)
      }
      const at = all.length === 0 ? 0 : turn % all.length
      expect(allocate(fen, [...all.slice(at), ...all.slice(0, at)], { ...terms, isRestVoluntary })).toEqual(result)
    }),
  )
})
