import { describe, expect, it } from 'vitest'
import { nationalTables } from './national-tables'
import { type RateTable, rateTableSchema, tableOf } from './rate-table'
import { defaultSettings, duesSettingsSchema } from './settings'

const [table] = nationalTables as [RateTable]
const starting = (from: string): RateTable => ({ ...table, from })

it('ours are well formed', () => {
  for (const one of nationalTables) expect(rateTableSchema.parse(one)).toEqual(one)
  expect(duesSettingsSchema.parse(defaultSettings)).toEqual(defaultSettings)
})

describe('a table', () => {
  it.each([
    ['2008-03', null],
    ['2008-04', '2008-04'],
    ['2026-12', '2008-04'],
    ['2027-01', '2027-01'],
    ['2099-01', '2027-01'],
  ])('of %s begins in %s', (month, from) => {
    expect(tableOf([starting('2027-01'), ...nationalTables], month)?.from ?? null).toBe(from)
  })

  it('of a college that begins with a national one takes its place', () => {
    const own = { ...table, sources: ['学院党委决定'] }
    expect(tableOf([...nationalTables, own], '2026-01')?.sources).toEqual(own.sources)
  })

  const withBrackets = (brackets: object[]) => ({
    ...table,
    rules: { ...table.rules, salaried: { kind: 'rate', article: '2', brackets } },
  })
  const to = (upToFen: number | null, basisPoints = 50) => ({ upToFen, basisPoints })
  it.each([
    ['without a last bracket', withBrackets([to(300_000)])],
    ['with brackets out of order', withBrackets([to(500_000), to(300_000), to(null)])],
    ['with two last brackets', withBrackets([to(null), to(null)])],
    ['with a bracket twice', withBrackets([to(1), to(1), to(null)])],
    ['without brackets', withBrackets([])],
    ['with a rate above one', withBrackets([to(null, 10_001)])],
    ['with a part of a fen', withBrackets([to(0.5), to(null)])],
    ['without students', { ...table, rules: { ...table.rules, student: undefined } }],
    ['for somebody else', { ...table, rules: { ...table.rules, guest: table.rules.student } }],
    ['without a source', { ...table, sources: [] }],
    ['from no month', { ...table, from: '2008' }],
    [
      'with a choice of nothing',
      { ...table, rules: { ...table.rules, farmer: { kind: 'chosen', article: '6', leastFen: 100, mostFen: 20 } } },
    ],
  ])('is refused %s', (_what, wrong) => {
    expect(rateTableSchema.safeParse(wrong).success).toBe(false)
  })
})
