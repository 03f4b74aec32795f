import { describe, expect, it } from 'vitest'
import { median, percentile } from './figures.ts'

const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)

describe('percentiles', () => {
  it.each([
    [50, 50],
    [95, 95],
    [99, 99],
    [100, 100],
    [0, 1],
  ])('%i of 1 to 100 is %i', (percent, value) => {
    expect(percentile(hundred, percent)).toBe(value)
  })

  it('are samples, also of few', () => {
    expect([median([3, 1, 2]), median([1, 2]), percentile([7], 95)]).toEqual([2, 1, 7])
  })
})
