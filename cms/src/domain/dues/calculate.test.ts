import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculate } from './calculate'
import cases from './cases.json'
import { type Category, categories } from './categories'
import { formatMoney, MOST_FEN, parseMoney } from './money'
import { nationalTables } from './national-tables'
import type { RateTable } from './rate-table'
import { roundings } from './rounding'
import { type DuesSettings, defaultSettings } from './settings'

const [table] = nationalTables as [RateTable]
const fenOf = (text: string | null) => (text === null ? null : (parseMoney(text) as { fen: number }).fen)
const due = (category: Category, base: string | null, settings: Partial<DuesSettings> = {}) =>
  calculate(table, { category, baseFen: fenOf(base), chosenFen: null }, { ...defaultSettings, ...settings })
const shown = (category: Category, base: string, settings: Partial<DuesSettings> = {}) => {
  const result = due(category, base, settings)
  return result && [formatMoney(result.dueFen), result.rate, result.article, result.flags.join()]
}

it.each(cases)('$category $base: $due ($from)', ({ category, base, due: expected }) => {
  const result = due(category as Category, base)
  expect(result && formatMoney(result.dueFen)).toBe(expected)
})

describe('the brackets of articles 2 to 4', () => {
  const rows = [
    ['0.00', '0.00', '0.005', 'ZERO_BASE'],
    ['0.01', '0.00', '0.005', ''],
    ['0.99', '0.00', '0.005', ''],
    ['1.00', '0.01', '0.005', ''],
    ['2999.99', '15.00', '0.005', ''],
    ['3000.00', '15.00', '0.005', ''],
    ['3000.01', '30.00', '0.01', ''],
    ['4999.99', '50.00', '0.01', ''],
    ['5000.00', '50.00', '0.01', ''],
    ['5000.01', '75.00', '0.015', ''],
    ['9999.99', '150.00', '0.015', ''],
    ['10000.00', '150.00', '0.015', ''],
    ['10000.01', '200.00', '0.02', ''],
    ['50000.00', '1000.00', '0.02', ''],
    ['50000.24', '1000.00', '0.02', ''],
    ['50000.25', '1000.01', '0.02', 'ABOVE_1000'],
    ['9999999.99', '200000.00', '0.02', 'ABOVE_1000'],
  ] as const
  const articles = [
    ['salaried', '2'],
    ['annual-salary', '3'],
    ['self-employed', '4'],
  ] as const
  it.each(
    articles.flatMap(([category, article]) => rows.map((row) => [category, article, ...row] as const)),
  )('%s (article %s) %s: %s', (category, article, base, expected, rate, flags) => {
    expect(shown(category, base)).toEqual([expected, rate, article, flags])
  })
})

describe('pensions', () => {
  it.each([
    ['5000.00', 10_000, '25.00', '0.005'],
    ['5000.01', 10_000, '50.00', '0.01'],
    ['0.99', 10_000, '0.00', '0.005'],
    // 70 % of 7142.85 is 4999.995, of 7142.86 it is 5000.002: the bracket is not rounded into
    ['7142.85', 7000, '25.00', '0.005'],
    ['7142.86', 7000, '50.00', '0.01'],
    ['6000.00', 7000, '21.00', '0.005'],
  ])('%s times %i: %s', (base, retiredFactor, expected, rate) => {
    expect(shown('retired', base, { retiredFactor })).toEqual([expected, rate, '5', ''])
  })

  it('alone have a factor', () => {
    expect(shown('salaried', '6000.00', { retiredFactor: 7000 })).toEqual(['90.00', '0.015', '2', ''])
  })
})

describe('without a base', () => {
  it.each(['student', 'unemployed', 'relief', 'minimum-allowance'] as const)('%s', (category) => {
    expect(due(category, null)).toEqual({ dueFen: 20, rate: null, article: '6', flags: [] })
    expect(due(category, '1234.00')).toEqual({ dueFen: 20, rate: null, article: '6', flags: ['BASE_NOT_USED'] })
  })

  it.each(['salaried', 'annual-salary', 'self-employed', 'retired'] as const)('%s cannot be calculated', (category) => {
    expect(due(category, null)).toBeNull()
  })
})

describe('a farmer', () => {
  const chosen = (chosenFen: number | null) =>
    calculate(table, { category: 'farmer', baseFen: null, chosenFen }, defaultSettings)

  it.each([20, 21, 99, 100])('may choose %i fen', (fen) => {
    expect(chosen(fen)).toEqual({ dueFen: fen, rate: null, article: '6', flags: [] })
  })
  it.each([0, 19, 101, 20.5, -20])('may not choose %s fen', (fen) => {
    expect(() => chosen(fen)).toThrow(RangeError)
  })
  it('owes the least until he has chosen', () => {
    expect(chosen(null)).toMatchObject({ dueFen: 20, flags: ['AMOUNT_NOT_CHOSEN'] })
  })
})

describe('always', () => {
  const rated = fc.constantFrom('salaried', 'annual-salary', 'self-employed', 'retired' as const)
  const bases = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: MOST_FEN }))
  const settings = fc.record({
    rounding: fc.constantFrom(...roundings),
    retiredFactor: fc.integer({ min: 1, max: 10_000 }),
  })

  it('a due is whole fen, not negative, and not above its base', () => {
    fc.assert(
      fc.property(fc.constantFrom(...categories), bases, settings, (category, baseFen, chosenSettings) => {
        const result = calculate(
          table,
          { category, baseFen, chosenFen: null },
          { ...defaultSettings, ...chosenSettings },
        )
        const { dueFen, rate } = result as NonNullable<typeof result>
        expect(Number.isSafeInteger(dueFen) && dueFen >= 0).toBe(true)
        if (rate !== null) expect(dueFen).toBeLessThanOrEqual(baseFen)
      }),
    )
  })

  it('a higher base never lowers a due', () => {
    fc.assert(
      fc.property(rated, bases, bases, settings, (category, one, other, chosenSettings) => {
        const [low, high] = [one, other]
          .sort((a, b) => a - b)
          .map((baseFen) =>
            calculate(table, { category, baseFen, chosenFen: null }, { ...defaultSettings, ...chosenSettings }),
          )
        expect(low?.dueFen).toBeLessThanOrEqual(high?.dueFen ?? -1)
      }),
    )
  })

  it('is what BigInt says by the letter of the article', () => {
    fc.assert(
      fc.property(bases, (baseFen) => {
        const perMille2 = baseFen <= 3000_00 ? 1n : baseFen <= 5000_00 ? 2n : baseFen <= 10_000_00 ? 3n : 4n
        const expected = (BigInt(baseFen) * perMille2 * 2n + 200n) / 400n
        const result = calculate(table, { category: 'salaried', baseFen, chosenFen: null }, defaultSettings)
        expect(result?.dueFen).toBe(Number(expected))
      }),
    )
  })
})
