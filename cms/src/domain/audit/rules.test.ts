import { describe, expect, it } from 'vitest'
import { archivedBefore, archiveName } from './archiving'
import { beijingMidnight, dayAfter, inBeijing } from './beijing-days'
import { callerAddress } from './caller-address'
import { wordsOfProblem } from './problem-words'
import { actOfRoute } from './routes'
import { reasonOf } from './words'

describe('from where somebody calls', () => {
  it.each([
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['::ffff:10.1.2.3', '1.2.3.4', '10.1.2.3'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '9.9.9.9', '9.9.9.9'],
    ['::1', '6.6.6.6, 10.0.0.7, 127.0.0.1', '10.0.0.7'],
    ['::ffff:127.0.0.1', ' , ', '127.0.0.1'],
    [undefined, '1.2.3.4', null],
  ])('%s, which forwards %s, is %s', (peer, forwarded, expected) => {
    expect(callerAddress(peer, forwarded)).toBe(expected)
  })
})

describe('days in Beijing', () => {
  it('begin at 16:00 UTC the day before, and are days of the calendar', () => {
    const midnight = beijingMidnight('2026-11-26')
    expect(midnight?.toISOString()).toBe('2026-11-25T16:00:00.000Z')
    expect(midnight && inBeijing(dayAfter(midnight))).toBe('2026-11-27 00:00:00')
    for (const wrong of ['2026-02-30', '2026-13-01', '26-11-26', '', 'x']) expect(beijingMidnight(wrong)).toBe(null)
  })
})

describe('what is old enough for an archive', () => {
  it.each([
    ['2026-11-26T00:00:00Z', 6, '2026-05-26T00:00:00.000Z'],
    ['2026-08-31T04:00:00Z', 6, '2026-02-28T04:00:00.000Z'],
    ['2026-08-30T20:00:00Z', 6, '2026-02-27T20:00:00.000Z'],
    ['2026-01-15T00:00:00Z', 12, '2025-01-15T00:00:00.000Z'],
  ])('at %s, %d months back, is what is older than %s', (now, months, expected) => {
    expect(archivedBefore(new Date(now), months).toISOString()).toBe(expected)
  })

  it('has a name that sorts', () => {
    expect(archiveName(1, 1200)).toBe('000000001-000001200.jsonl.gz')
  })
})

describe('which act a request is', () => {
  it.each([
    ['POST', '/admin/login', 'session.login'],
    ['POST', '/admin/access-token', null],
    ['GET', '/admin/users', null],
    ['GET', '/admin/audit/export', 'audit.export'],
    ['PUT', '/api/articles/:id', 'content.update'],
    ['POST', '/api/articles', 'content.create'],
    ['POST', '/admin/something-new', 'other'],
    ['POST', '/_health', null],
    ['PUT', '/content-type-builder/content-types/:uid', 'structure.change'],
  ])('%s %s: %s', (method, pattern, act) => {
    expect(actOfRoute(method, pattern)).toBe(act)
  })
})

it('says why, in Chinese where it knows', () => {
  expect(reasonOf('SLUG_TAKEN')).toContain('网址短名')
  expect(reasonOf('ForbiddenError')).toBe('没有权限')
  expect(reasonOf('HTTP 418')).toBe('HTTP 418')
  expect(reasonOf(null)).toBe(null)
})

it('names the first wrong row', () => {
  const reasons = ['missing', 'inserted', 'altered', 'unchained', 'end-missing'] as const
  for (const reason of reasons) expect(wordsOfProblem({ reason, sequence: 7 })).toMatch(/第 7 条/)
  expect(wordsOfProblem({ reason: 'archive-altered', sequence: 7, file: 'a.gz' })).toContain('a.gz')
})
