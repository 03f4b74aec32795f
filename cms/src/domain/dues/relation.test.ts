import { describe, expect, it } from 'vitest'
import { owedTo, type Relation } from './relation'

const member = (changes: Partial<Relation> = {}): Relation => ({
  admittedOn: '2020-06-30',
  transferredIn: null,
  stays: [{ organisationId: 'A', from: '2020-06-30' }],
  away: [],
  leftOn: null,
  ...changes,
})
const said = (relation: Relation, month: string) => {
  const owed = owedTo(relation, month)
  return 'nothing' in owed ? owed.nothing : owed.organisationId
}

describe('who was admitted on a day owes its whole month', () => {
  it.each([
    ['2026-11-30', '2026-10', 'BEFORE_ADMISSION'],
    ['2026-11-30', '2026-11', 'A'],
    ['2026-11-01', '2026-11', 'A'],
    ['2026-12-01', '2026-11', 'BEFORE_ADMISSION'],
  ])('%s: %s %s', (admittedOn, month, expected) => {
    expect(said(member({ admittedOn, stays: [{ organisationId: 'A', from: admittedOn }] }), month)).toBe(expected)
  })
})

describe('who moves from A to B', () => {
  const moved = (on: string, ...later: Relation['stays']) =>
    member({ stays: [{ organisationId: 'B', from: on }, { organisationId: 'A', from: '2020-06-30' }, ...later] })
  it.each([
    ['2026-11-01', '2026-10', 'A'],
    ['2026-11-01', '2026-11', 'A'],
    ['2026-11-01', '2026-12', 'B'],
    ['2026-11-15', '2026-11', 'A'],
    ['2026-11-30', '2026-11', 'A'],
    ['2026-11-30', '2026-12', 'B'],
    ['2026-12-01', '2026-12', 'A'],
  ])('on %s owes %s to %s', (on, month, expected) => {
    expect(said(moved(on), month)).toBe(expected)
  })

  it('and on to C within the month owes that month to A, the next to C', () => {
    const twice = moved('2026-11-10', { organisationId: 'C', from: '2026-11-20' })
    expect(['2026-11', '2026-12'].map((month) => said(twice, month))).toEqual(['A', 'C'])
  })

  it('in the month of admission owes it to the branch that admitted', () => {
    const relation = member({
      admittedOn: '2026-11-05',
      stays: [
        { organisationId: 'A', from: '2026-11-05' },
        { organisationId: 'B', from: '2026-11-20' },
      ],
    })
    expect(['2026-11', '2026-12'].map((month) => said(relation, month))).toEqual(['A', 'B'])
  })
})

describe('who comes from elsewhere in the middle of November', () => {
  const arrived = (paidThrough: string | null) =>
    member({
      transferredIn: { on: '2026-11-15', paidThrough },
      stays: [{ organisationId: 'A', from: '2026-11-15' }],
    })
  it.each([
    [null, '2026-11', 'PAID_ELSEWHERE'],
    [null, '2026-12', 'A'],
    ['2026-11', '2026-11', 'PAID_ELSEWHERE'],
    ['2026-11', '2026-12', 'A'],
    ['2026-09', '2026-09', 'PAID_ELSEWHERE'],
    ['2026-09', '2026-10', 'A'],
    ['2026-09', '2026-11', 'A'],
    ['2026-12', '2026-12', 'PAID_ELSEWHERE'],
    ['2026-12', '2027-01', 'A'],
  ])('with a letter that says %s: %s %s', (paidThrough, month, expected) => {
    expect(said(arrived(paidThrough), month)).toBe(expected)
  })
})

it.each([
  ['2026-11-01', '2026-11', 'A'],
  ['2026-11-30', '2026-11', 'A'],
  ['2026-11-30', '2026-12', 'AFTER_LEAVING'],
])('who leaves on %s: %s %s', (leftOn, month, expected) => {
  expect(said(member({ leftOn }), month)).toBe(expected)
})

it('who is away with the certificate pays where he is, from the first to the last month', () => {
  const away = member({
    away: [
      { from: '2026-03', until: '2026-05' },
      { from: '2026-11', until: null },
    ],
  })
  expect(['2026-02', '2026-03', '2026-05', '2026-06', '2026-11', '2030-01'].map((month) => said(away, month))).toEqual([
    'A',
    ...['PAID_ELSEWHERE', 'PAID_ELSEWHERE', 'A', 'PAID_ELSEWHERE', 'PAID_ELSEWHERE'],
  ])
})

it('who is in no branch owes nothing here', () => {
  expect(owedTo(member({ stays: [] }), '2026-11')).toEqual({ nothing: 'PAID_ELSEWHERE', article: '9' })
})
