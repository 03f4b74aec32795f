import { expect, it } from 'vitest'
import { MAX_ATTEMPTS, nextTry } from './retry'

const now = new Date('2026-11-26T01:00:00Z')

it.each([
  [1, 5],
  [2, 30],
  [3, 120],
  [4, 600],
  [5, 1800],
])('after %d failed tries it waits %d seconds', (attempts, seconds) => {
  expect(nextTry(attempts, false, now)?.getTime()).toBe(now.getTime() + seconds * 1000)
})

it('fails for good after the sixth', () => {
  expect(MAX_ATTEMPTS).toBe(6)
  expect(nextTry(6, false, now)).toBeNull()
})

it('does not try again what was refused', () => {
  expect(nextTry(1, true, now)).toBeNull()
})
