import { describe, expect, it } from 'vitest'
import { BURST, callerOf, createAllowance, REFILL_PER_S } from './caller.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }) as Parameters<
    typeof callerOf
  >[0]

describe('who asks', () => {
  it.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['::1', '198.51.100.1, 127.0.0.1', '198.51.100.1'],
    ['::1', 'nonsense', '::1'],
  ])('%s, told %s, is %s', (direct, told, caller) => {
    expect(callerOf(request(direct, told))).toBe(caller)
  })
})

describe('an allowance', () => {
  it('is spent by one, and comes back with time', () => {
    const clock = { now: 0 }
    const allowance = createAllowance(() => clock.now)
    const spend = (times: number) => Array.from({ length: times }, () => allowance.spend('a')).filter(Boolean).length
    expect(spend(BURST + 10)).toBe(BURST)
    expect(allowance.spend('b')).toBe(true)
    clock.now += 1000
    expect(spend(BURST)).toBe(REFILL_PER_S)
    clock.now += 3_600_000
    expect(spend(BURST + 10)).toBe(BURST)
  })
})
