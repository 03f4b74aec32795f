import { describe, expect, it } from 'vitest'
import { isSecondFactorFresh, SECOND_FACTOR_HOLDS_MS, secondFactorState } from './second-factor'

describe('the second factor', () => {
  it('holds for twelve hours, to the millisecond', () => {
    expect(isSecondFactorFresh(0, new Date(SECOND_FACTOR_HOLDS_MS - 1))).toBe(true)
    expect(isSecondFactorFresh(0, new Date(SECOND_FACTOR_HOLDS_MS))).toBe(false)
    expect(isSecondFactorFresh(null, new Date(0))).toBe(false)
  })

  it('is absent, asked for or passed', () => {
    const now = new Date(SECOND_FACTOR_HOLDS_MS)
    expect(secondFactorState(false, 1, now)).toBe('absent')
    expect(secondFactorState(true, null, now)).toBe('asked')
    expect(secondFactorState(true, 0, now)).toBe('asked')
    expect(secondFactorState(true, 1, now)).toBe('passed')
  })
})
