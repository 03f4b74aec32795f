import { describe, expect, it } from 'vitest'
import { BURST, createAllowance, REFILL_PER_S } from './allowance'

const spend = (allowance: ReturnType<typeof createAllowance>, caller: string, times: number, nowMs: number) =>
  Array.from({ length: times }, () => allowance.spend(caller, nowMs)).filter(Boolean).length

describe('an allowance', () => {
  it('ends with the burst, and refills by the second', () => {
    const allowance = createAllowance()
    expect(spend(allowance, 'a', BURST + 5, 0)).toBe(BURST)
    expect(spend(allowance, 'a', 5, 1000 / REFILL_PER_S - 1)).toBe(0)
    expect(spend(allowance, 'a', REFILL_PER_S + 5, 1000)).toBe(REFILL_PER_S)
    expect(spend(allowance, 'a', BURST * 2, 1_000_000)).toBe(BURST)
  })

  it('is for each caller alone', () => {
    const allowance = createAllowance()
    spend(allowance, 'a', BURST, 0)
    expect([allowance.spend('a', 0), allowance.spend('b', 0)]).toEqual([false, true])
  })

  it('is neither lost nor won by a clock that goes back', () => {
    const allowance = createAllowance()
    expect(spend(allowance, 'a', BURST, 10_000)).toBe(BURST)
    expect(allowance.spend('a', 0)).toBe(false)
  })

  it('keeps the callers of late, however many there are', () => {
    const allowance = createAllowance()
    spend(allowance, 'busy', BURST, 0)
    for (let n = 0; n < 9_999; n++) allowance.spend(`one-off-${n}`, 0)
    expect(allowance.spend('busy', 0)).toBe(false)
  })
})
