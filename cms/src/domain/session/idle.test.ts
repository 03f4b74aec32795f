import { describe, expect, it } from 'vitest'
import { resolveIdle, sessionLifespans } from './idle'

const MINUTE_MS = 60_000

describe('who does nothing for 30 minutes', () => {
  it.each([
    [0, { state: 'active', nextLookInMs: 28 * MINUTE_MS }],
    [28 * MINUTE_MS - 1, { state: 'active', nextLookInMs: 1 }],
    [28 * MINUTE_MS, { state: 'warned', nextLookInMs: 2 * MINUTE_MS }],
    [30 * MINUTE_MS - 1, { state: 'warned', nextLookInMs: 1 }],
    [30 * MINUTE_MS, { state: 'over' }],
    [90 * MINUTE_MS, { state: 'over' }],
  ])('after %i ms', (idleMs, expected) => {
    expect(resolveIdle(1000, 1000 + idleMs, 30)).toEqual(expected)
  })
})

it('the server waits longer than the browser', () => {
  for (const minutes of [5, 30, 1440]) {
    const { accessTokenLifespan, idleSessionLifespan } = sessionLifespans(minutes)
    expect(idleSessionLifespan).toBeGreaterThan(minutes * 60)
    expect(accessTokenLifespan).toBeLessThanOrEqual(minutes * 60)
  }
})
