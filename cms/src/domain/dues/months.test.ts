import { describe, expect, it } from 'vitest'
import { addMonths, lastDayOf, lastMonthOfQuarter, monthSchema, monthsFrom } from './months'

describe('a month', () => {
  it.each(['2026-01', '2026-12', '0001-01'])('is %s', (month) => {
    expect(monthSchema.safeParse(month).success).toBe(true)
  })
  it.each([
    ...['2026-00', '2026-13', '2026-1', '26-01', '0000-01', '2026-11-01', '2026/11', ' 2026-11', '2026-11\n'],
    ...['２０２６-11', '', null, 202611, ['2026-11']],
  ])('is not %j', (month) => {
    expect(monthSchema.safeParse(month).success).toBe(false)
  })
})

it.each([
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-01', -13, '2024-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-06', 0, '2026-06'],
])('%s and %i months are %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected)
  expect(monthsFrom(month, expected)).toBe(count)
})

it.each([
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2100-02', '2100-02-28'],
  ['2026-04', '2026-04-30'],
  ['2026-12', '2026-12-31'],
])('%s ends on %s', (month, day) => {
  expect(lastDayOf(month)).toBe(day)
})

it.each([
  ['2026-01', '2026-03'],
  ['2026-03', '2026-03'],
  ['2026-04', '2026-06'],
  ['2026-12', '2026-12'],
])('the quarter of %s ends with %s', (month, last) => {
  expect(lastMonthOfQuarter(month)).toBe(last)
})
