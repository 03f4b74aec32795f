import { describe, expect, it } from 'vitest'
import { clock, day, dayAndTime, machineTime, monthAndDay, spokenDuration, writtenDay } from './dates.ts'

describe('dates are those of Beijing', () => {
  it.each([
    ['2026-11-20T01:30:00.000Z', '2026-11-20 09:30'],
    ['2026-11-20T15:59:59Z', '2026-11-20 23:59'],
    ['2026-11-20T16:00:00Z', '2026-11-21'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['1986-07-01T00:00:00Z', '1986-07-01 08:00'],
  ])('%s is %s', (instant, shown) => {
    expect(dayAndTime(instant)).toBe(shown)
    expect(day(instant)).toBe(shown.slice(0, 10))
    expect(monthAndDay(instant)).toBe(shown.slice(5, 10))
    expect(new Date(machineTime(instant)).getTime()).toBe(Math.floor(Date.parse(instant) / 60_000) * 60_000)
  })

  it('a written day has no leading zeros', () => {
    expect(writtenDay('2026-07-01')).toBe('2026年7月1日')
  })
})

describe('durations', () => {
  it.each([
    [59, '0:59', '59 秒'],
    [60, '1:00', '1 分'],
    [1930, '32:10', '32 分 10 秒'],
    [3723, '1:02:03', '1 小时 2 分 3 秒'],
  ])('%i seconds', (seconds, short, long) => {
    expect(clock(seconds)).toBe(short)
    expect(spokenDuration(seconds)).toBe(long)
  })
})
