import { describe, expect, it } from 'vitest'
import { pauseAfter } from './mail-retry'

describe('a mail that did not go out', () => {
  it('is tried again after growing pauses, for about a day, then never', () => {
    const minutes = [1, 2, 3, 4, 5, 6].map((attempts) => Number(pauseAfter(attempts)) / 60_000)
    expect(minutes).toEqual([1, 5, 15, 60, 240, 720])
    expect(pauseAfter(7)).toBeNull()
    expect(pauseAfter(70)).toBeNull()
  })
})
