import { describe, expect, it } from 'vitest'
import { accountLimits, addressLimits, decideTry, pauseAfter, type Tries } from './login-pause'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describe('the pause after tries in vain', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 16],
    [10, 30],
    [11, 30],
    [5000, 30],
  ])('of an account: after %i, %i minutes', (tries, minutes) => {
    expect(pauseAfter(tries, accountLimits)).toBe(minutes * MINUTE_MS)
  })

  it('of an address comes late: a campus has one', () => {
    expect([59, 60, 61, 200].map((tries) => pauseAfter(tries, addressLimits) / MINUTE_MS)).toEqual([0, 1, 2, 15])
  })
})

describe('a try', () => {
  const at = (ms: number) => new Date(ms)
  const paused: Tries = { tries: 5, lastAtMs: 0, pausedUntilMs: MINUTE_MS }

  it('is counted before it is made', () => {
    expect(decideTry(null, accountLimits, at(7))).toEqual({
      isAllowed: true,
      next: { tries: 1, lastAtMs: 7, pausedUntilMs: 7 },
    })
  })

  it('is refused to the last millisecond of a pause', () => {
    expect(decideTry(paused, accountLimits, at(MINUTE_MS - 1))).toEqual({ isAllowed: false, waitMs: 1 })
    expect(decideTry(paused, accountLimits, at(MINUTE_MS))).toMatchObject({ isAllowed: true, next: { tries: 6 } })
  })

  it('after a day begins anew', () => {
    expect(decideTry(paused, accountLimits, at(24 * HOUR_MS - 1))).toMatchObject({ next: { tries: 6 } })
    expect(decideTry(paused, accountLimits, at(24 * HOUR_MS))).toMatchObject({ next: { tries: 1 } })
  })

  it('is not let through by a clock that was put back', () => {
    expect(decideTry(paused, accountLimits, at(-HOUR_MS))).toMatchObject({ isAllowed: false })
  })
})
