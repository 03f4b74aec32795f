import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AssessmentInput, assess } from './assess'
import { categories } from './categories'
import type { Decision } from './decisions'
import { MOST_FEN } from './money'
import { addMonths } from './months'
import { roundings } from './rounding'
import { baseChangePolicies, defaultSettings } from './settings'

const member = (changes: Partial<AssessmentInput['member']> = {}): AssessmentInput['member'] => ({
  admittedOn: '2020-06-30',
  transferredIn: null,
  stays: [{ organisationId: 'A', from: '2020-06-30' }],
  away: [],
  leftOn: null,
  categories: [{ category: 'salaried', from: '2020-06' }],
  chosenFen: null,
  ...changes,
})
const input = (changes: Partial<AssessmentInput> = {}): AssessmentInput => ({
  member: member(),
  bases: [{ category: 'salaried', baseFen: 345_678, from: '2026-01' }],
  decisions: [],
  settings: defaultSettings,
  month: '2026-11',
  ...changes,
})
const decision = (effect: Decision['effect'], changes: Partial<Decision> = {}): Decision => ({
  effect,
  from: '2026-09',
  until: '2026-11',
  studied: { organisationId: 'A', on: '2026-08-20' },
  approved: { organisationId: 'C', on: '2026-08-28' },
  document: '院党〔2026〕31号',
  revokedFrom: null,
  ...changes,
})
const fixed = { category: 'student', from: '2020-06' } as const

describe('an ordinary month', () => {
  it('is owed to the branch by the article', () => {
    expect(assess(input())).toEqual({
      ...{ outcome: 'due', organisationId: 'A', category: 'salaried', baseFen: 345_678, ordinaryFen: 3457 },
      ...{ dueFen: 3457, rate: '0.01', article: '2', flags: [], reason: 'RATE', decision: null },
    })
  })

  it('of a student takes no notice of old pay', () => {
    expect(assess(input({ member: member({ categories: [fixed] }) }))).toMatchObject({
      ...{ outcome: 'due', dueFen: 20, rate: null, article: '6', flags: [], reason: 'FIXED', baseFen: null },
    })
  })

  it.each([
    [50, 50, []],
    [null, 20, ['AMOUNT_NOT_CHOSEN']],
    [500, 20, ['AMOUNT_NOT_CHOSEN']],
  ])('of a farmer who has chosen %s', (chosenFen, dueFen, flags) => {
    const farmer = member({ categories: [{ category: 'farmer', from: '2020-06' }], chosenFen })
    expect(assess(input({ member: farmer }))).toMatchObject({ outcome: 'due', dueFen, flags, article: '6' })
  })

  it('above 1000 元 is flagged and not cut', () => {
    const bases = [{ category: 'salaried', baseFen: 50_000_25, from: '2026-01' } as const]
    expect(assess(input({ bases }))).toMatchObject({ dueFen: 1000_01, flags: ['ABOVE_1000'] })
  })
})

describe('nothing is owed', () => {
  it.each([
    ['before admission', member({ admittedOn: '2026-12-01' }), 'BEFORE_ADMISSION', '8'],
    ['after leaving', member({ leftOn: '2026-10-31' }), 'AFTER_LEAVING', '9'],
    ['while away', member({ away: [{ from: '2026-11', until: null }] }), 'PAID_ELSEWHERE', '9'],
  ])('%s', (_when, who, reason, article) => {
    const nothing = { outcome: 'nothing', dueFen: 0, rate: null, flags: [] }
    expect(assess(input({ member: who, bases: [] }))).toEqual({ ...nothing, reason, article })
  })
})

describe('what is missing is said, and is not 0', () => {
  it.each([
    ['a base', { bases: [] }, 'BASE_MISSING'],
    ['a base of his category', { bases: [{ category: 'retired', baseFen: 1, from: '2026-01' }] }, 'BASE_MISSING'],
    ['a base by then', { bases: [{ category: 'salaried', baseFen: 1, from: '2026-12' }] }, 'BASE_MISSING'],
    ['a category', { member: member({ categories: [] }) }, 'CATEGORY_MISSING'],
    [
      'a table',
      { member: member({ admittedOn: null, stays: [{ organisationId: 'A', from: '1990-01-01' }] }), month: '2008-03' },
      'NO_RATE_TABLE',
    ],
  ] as [string, Partial<AssessmentInput>, string][])('%s', (_what, changes, reason) => {
    expect(assess(input(changes))).toMatchObject({ outcome: 'unknown', dueFen: null, reason, organisationId: 'A' })
  })
})

describe('hardship (article 7)', () => {
  const inMonth = (one: Decision, month = '2026-11', changes: Partial<AssessmentInput> = {}) =>
    assess(input({ decisions: [one], month, ...changes }))

  it.each([
    [{ kind: 'exempt' }, 0, 'EXEMPT'],
    [{ kind: 'amount', fen: 500 }, 500, 'REDUCED'],
    [{ kind: 'amount', fen: 9900 }, 3457, 'REDUCED'],
    [{ kind: 'share', basisPoints: 5000 }, 1729, 'REDUCED'],
  ] as [Decision['effect'], number, string][])('%j: %i', (effect, dueFen, reason) => {
    const one = decision(effect)
    expect(inMonth(one)).toMatchObject({ dueFen, reason, article: '7', ordinaryFen: 3457, decision: one })
  })

  it.each([
    ['2026-08', 3457],
    ['2026-09', 0],
    ['2026-11', 0],
    ['2026-12', 3457],
  ])('holds for the stated period: %s', (month, dueFen) => {
    expect(inMonth(decision({ kind: 'exempt' }), month)).toMatchObject({ dueFen })
  })

  it('holds until it is taken back', () => {
    const taken = decision({ kind: 'exempt' }, { revokedFrom: '2026-11' })
    expect([inMonth(taken, '2026-10').dueFen, inMonth(taken, '2026-11').dueFen]).toEqual([0, 3457])
  })

  it('of two the one approved later counts, of the same day the second', () => {
    const later = decision({ kind: 'amount', fen: 100 }, { approved: { organisationId: 'C', on: '2026-09-01' } })
    const both = assess(input({ decisions: [later, decision({ kind: 'exempt' })] }))
    expect(both.dueFen).toBe(100)
    const sameDay = [decision({ kind: 'exempt' }), decision({ kind: 'amount', fen: 200 })]
    expect(assess(input({ decisions: sameDay })).dueFen).toBe(200)
  })

  it('needs no base where it names the amount', () => {
    expect(inMonth(decision({ kind: 'exempt' }), '2026-11', { bases: [] })).toMatchObject({
      dueFen: 0,
      ordinaryFen: null,
    })
    expect(inMonth(decision({ kind: 'amount', fen: 300 }), '2026-11', { bases: [] })).toMatchObject({ dueFen: 300 })
    expect(inMonth(decision({ kind: 'share', basisPoints: 1 }), '2026-11', { bases: [] })).toMatchObject({
      ...{ outcome: 'unknown', reason: 'BASE_MISSING' },
    })
  })

  it('takes the flag away with the amount', () => {
    const bases = [{ category: 'salaried', baseFen: 80_000_00, from: '2026-01' } as const]
    expect(inMonth(decision({ kind: 'amount', fen: 1000_00 }), '2026-11', { bases })).toMatchObject({ flags: [] })
    expect(inMonth(decision({ kind: 'amount', fen: 1000_01 }), '2026-11', { bases })).toMatchObject({
      flags: ['ABOVE_1000'],
    })
  })
})

it('whoever, whenever: an amount of fen, never above what it would be without a decision', () => {
  const month = fc.integer({ min: 0, max: 120 }).map((count) => addMonths('2020-01', count))
  const category = fc.constantFrom(...categories)
  const effect: fc.Arbitrary<Decision['effect']> = fc.oneof(
    fc.constant({ kind: 'exempt' as const }),
    fc.record({ kind: fc.constant('amount' as const), fen: fc.integer({ min: 1, max: MOST_FEN }) }),
    fc.record({ kind: fc.constant('share' as const), basisPoints: fc.integer({ min: 1, max: 9999 }) }),
  )
  const bases = fc.array(fc.record({ category, baseFen: fc.integer({ min: 0, max: MOST_FEN }), from: month }))
  const settings = fc.record({
    tables: fc.constant(defaultSettings.tables),
    rounding: fc.constantFrom(...roundings),
    baseChangePolicy: fc.constantFrom(...baseChangePolicies),
    retiredFactor: fc.integer({ min: 1, max: 10_000 }),
    dueDay: fc.constant(31),
  })
  const people = fc.record({
    categories: fc.array(fc.record({ category, from: month })),
    chosenFen: fc.option(fc.nat(2000)),
  })
  const decisions = fc.array(fc.record({ effect, from: month, until: month }))
  fc.assert(
    fc.property(people, bases, decisions, settings, month, (who, given, decided, chosen, when) => {
      const all = decided.map(({ effect: one, ...period }) => decision(one, period))
      const result = assess({ member: member(who), bases: given, decisions: all, settings: chosen, month: when })
      const without = assess({ member: member(who), bases: given, decisions: [], settings: chosen, month: when })
      expect(result.dueFen === null || (Number.isSafeInteger(result.dueFen) && result.dueFen >= 0)).toBe(true)
      if (result.outcome === 'due' && without.outcome === 'due')
        expect(result.dueFen).toBeLessThanOrEqual(without.dueFen)
      if (result.outcome === 'due' && result.rate !== null)
        expect(result.dueFen).toBeLessThanOrEqual(result.baseFen ?? -1)
    }),
  )
})
