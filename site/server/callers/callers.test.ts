import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { callerOf } from './caller-of.ts'
import { createLately } from './lately.ts'

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ raw: { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } }) as unknown as FastifyRequest

describe('the caller', () => {
  it.each([
    ['is the other end', '203.0.113.7', undefined, '203.0.113.7'],
    ['is not who a stranger says', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['is whom our proxy was called by', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['is found behind two of our proxies', '::1', '203.0.113.9, 127.0.0.1', '203.0.113.9'],
    ['is the proxy where it says nothing', '::ffff:127.0.0.1', undefined, '127.0.0.1'],
    ['may be gone', undefined, undefined, ''],
  ])('%s', (_what, remote, forwarded, caller) => {
    expect(callerOf(request(remote, forwarded))).toBe(caller)
  })
})

describe('what happened lately', () => {
  it('is counted within a window and forgotten at its end', () => {
    const lately = createLately(1000)
    expect([lately.note(['a'], 0), lately.note(['a'], 999), lately.note(['b'], 999)]).toEqual([1, 2, 1])
    expect(lately.endsInMs(400)).toBe(600)
    expect(lately.note(['a'], 1000)).toBe(1)
  })

  it('keeps apart what only looks the same when joined', () => {
    const lately = createLately(1000)
    expect([lately.note(['a', 'b'], 0), lately.note(['ab'], 0)]).toEqual([1, 1])
  })
})
