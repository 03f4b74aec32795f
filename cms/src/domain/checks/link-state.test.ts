import { describe, expect, it } from 'vitest'
import { type LinkRecord, outcomeOfStatus, resolveLink } from './link-state'

const fresh: LinkRecord = { state: 'unknown', failures: 0, lastFailedAt: null }
const at = (text: string) => new Date(text)
const DAY = 86_400_000

describe('a link', () => {
  it.each([
    [200, 'ok'],
    [206, 'ok'],
    [301, 'ok'],
    [401, 'ok'],
    [403, 'ok'],
    [405, 'ok'],
    [429, 'ok'],
    [404, 'gone'],
    [410, 'gone'],
    [500, 'failed'],
    [503, 'failed'],
  ] as const)('that answers %i is %s', (status, result) => {
    expect(outcomeOfStatus(status)).toEqual({ result, status })
  })

  it('is dead at once when the page says it is gone', () => {
    expect(resolveLink(fresh, { result: 'gone' }, at('2026-11-23T00:00:00Z')).state).toBe('dead')
  })

  it('is dead after failures on three days, by the calendar of Beijing', () => {
    let link: LinkRecord = fresh
    const states = [
      ...['2026-11-23T01:00:00Z', '2026-11-23T15:59:59Z', '2026-11-23T16:00:00Z', '2026-11-24T15:00:00Z'],
      '2026-11-24T16:00:00Z',
    ].map((moment) => {
      link = resolveLink(link, { result: 'failed' }, at(moment))
      return `${link.state} ${link.failures}`
    })
    expect(states).toEqual(['unknown 1', 'unknown 1', 'unknown 2', 'unknown 2', 'dead 3'])
    expect(resolveLink(link, { result: 'ok' }, at('2026-11-26T00:00:00Z'))).toMatchObject({ state: 'ok', failures: 0 })
  })

  it('that was well stays so while its site is down for a day', () => {
    const well: LinkRecord = { state: 'ok', failures: 0, lastFailedAt: null }
    expect(resolveLink(well, { result: 'failed' }, at('2026-11-23T00:00:00Z')).state).toBe('ok')
  })

  it('that is dead stays so until it answers', () => {
    const dead: LinkRecord = { state: 'dead', failures: 1, lastFailedAt: at('2026-11-20T00:00:00Z') }
    expect(resolveLink(dead, { result: 'failed' }, at('2026-11-23T00:00:00Z')).state).toBe('dead')
  })

  it.each([
    ['ok', 7 * DAY],
    ['gone', DAY],
    ['failed', DAY],
    ['forbidden', 30 * DAY],
  ] as const)('is tried again after it was %s', (result, ms) => {
    const now = at('2026-11-23T00:00:00Z')
    expect(resolveLink(fresh, { result }, now).nextCheckAt.getTime() - now.getTime()).toBe(ms)
  })
})
