import { describe, expect, it } from 'vitest'
import { beijingHour, beijingWeekday, formatBeijing, parseBeijing, tidyTime } from './beijing-moment'

describe('what people type', () => {
  it.each([
    ['2026-11-26T09:30', '2026-11-26T01:30:00.000Z'],
    ['2026-11-26T09:30:15', '2026-11-26T01:30:15.000Z'],
    ['2027-01-01T00:00', '2026-12-31T16:00:00.000Z'],
    ['2028-02-29T08:00', '2028-02-29T00:00:00.000Z'],
  ])('%s is %s', (typed, expected) => {
    expect(parseBeijing(typed)?.toISOString()).toBe(expected)
  })

  it.each([
    '',
    '2026-11-26',
    '2026-02-30T09:00',
    '2026-13-01T09:00',
    '2026-11-26T25:00',
    '2026-11-26T09:30Z',
  ])('“%s” is no moment', (typed) => {
    expect(parseBeijing(typed)).toBeNull()
  })

  it('is shown as it was typed', () => {
    expect(formatBeijing(new Date('2026-12-31T16:00:05.900Z'))).toBe('2027-01-01T00:00:05')
  })
})

it('finds an hour of another day by Beijing’s calendar', () => {
  const lateAtNight = new Date('2026-11-26T16:30:00Z')
  expect(beijingHour(lateAtNight, 1, 8).toISOString()).toBe('2026-11-28T00:00:00.000Z')
  expect(beijingHour(lateAtNight, 0, 8).toISOString()).toBe('2026-11-27T00:00:00.000Z')
})

it('knows the weekday in Beijing', () => {
  expect(beijingWeekday(new Date('2026-11-26T15:59:59Z'))).toBe(4)
  expect(beijingWeekday(new Date('2026-11-28T16:00:00Z'))).toBe(7)
})

it.each([
  ['8:05', '08:05'],
  ['08：30', '08:30'],
  [' 9.5 ', '09:05'],
  ['10点30', '10:30'],
  ['7:30:9', '07:30:09'],
  ['8', '8'],
  ['八点', '八点'],
  ['1:2:3:4', '1:2:3:4'],
])('reads the time “%s” as %s', (typed, expected) => {
  expect(tidyTime(typed)).toBe(expected)
})
