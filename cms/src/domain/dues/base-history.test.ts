import { describe, expect, it } from 'vitest'
import { baseIn, type CategoryFrom, type ConfirmedBase, categoryIn } from './base-history'
import type { Category } from './categories'

const base = (from: string, baseFen: number, category: Category = 'salaried'): ConfirmedBase => ({
  category,
  baseFen,
  from,
})
const salaried = { category: 'salaried', since: null } as const

describe('pay that rises in July', () => {
  const bases = [base('2025-01', 4000), base('2026-07', 6000)]
  it.each([
    ['2024-12', null, null],
    ['2025-01', 4000, 4000],
    ['2026-06', 4000, 4000],
    ['2026-07', 4000, 6000],
    ['2026-12', 4000, 6000],
    ['2027-01', 6000, 6000],
  ])('in %s: %s yearly, %s at once', (month, yearly, immediate) => {
    expect(baseIn(bases, salaried, month, 'yearly')).toBe(yearly)
    expect(baseIn(bases, salaried, month, 'immediate')).toBe(immediate)
  })
})

it('pay that is received in January counts from January', () => {
  expect(baseIn([base('2025-01', 4000), base('2026-01', 5000)], salaried, '2026-12', 'yearly')).toBe(5000)
})

it('who comes within the year stays with the first pay of that year', () => {
  const bases = [base('2026-03', 4000), base('2026-09', 7000)]
  expect(baseIn(bases, salaried, '2026-02', 'yearly')).toBeNull()
  expect(baseIn(bases, salaried, '2026-03', 'yearly')).toBe(4000)
  expect(baseIn(bases, salaried, '2026-12', 'yearly')).toBe(4000)
  expect(baseIn(bases, salaried, '2027-01', 'yearly')).toBe(7000)
})

it.each(['yearly', 'immediate'] as const)('a correction counts for the month that it corrects (%s)', (policy) => {
  const bases = [base('2026-01', 4000), base('2026-01', 4500), base('2025-01', 3000)]
  expect(baseIn(bases, salaried, '2026-06', policy)).toBe(4500)
  const within = [base('2026-03', 4000), base('2026-03', 4500)]
  expect(baseIn(within, salaried, '2026-06', policy)).toBe(4500)
})

describe('who retires in July', () => {
  const categories: CategoryFrom[] = [
    { category: 'salaried', from: '2020-01' },
    { category: 'retired', from: '2026-07' },
  ]
  const bases = [base('2026-01', 8000), base('2026-07', 5000, 'retired'), base('2026-09', 5500, 'retired')]
  it.each([
    ['2019-01', 'salaried', null],
    ['2026-06', 'salaried', 8000],
    ['2026-07', 'retired', 5000],
    ['2026-12', 'retired', 5000],
    ['2027-01', 'retired', 5500],
  ])('is in %s %s with %s', (month, category, expected) => {
    const then = categoryIn(categories, month)
    expect(then?.category).toBe(category)
    expect(then && baseIn(bases, then, month, 'yearly')).toBe(expected)
  })
})

it('an earlier time in the same category does not count', () => {
  const categories: CategoryFrom[] = [
    { category: 'unemployed', from: '2026-02' },
    { category: 'salaried', from: '2020-01' },
    { category: 'salaried', from: '2026-05' },
    { category: 'salaried', from: '2026-08' },
  ]
  const then = categoryIn(categories, '2026-09')
  expect(then).toEqual({ category: 'salaried', since: '2026-05' })
  expect(baseIn([base('2026-01', 4000)], { category: 'salaried', since: '2026-05' }, '2026-09', 'yearly')).toBeNull()
})

it('nothing is known of who has no category', () => {
  expect(categoryIn([], '2026-01')).toBeNull()
})
