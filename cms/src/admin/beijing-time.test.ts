import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { setBeijingTime } from './beijing-time'

/** A realm of its own: the test runner's dates stay as they are. */
function realm() {
  const scope = createContext({}) as Parameters<typeof setBeijingTime>[0]
  runInContext('globalThis.Date = Date; globalThis.Intl = Intl', scope as never)
  const run = (code: string) => runInContext(code, scope as never) as unknown
  return { scope, run }
}

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone

describe('setBeijingTime', () => {
  const { scope, run } = realm()
  setBeijingTime(scope)

  it.each([
    ["new Date('2026-11-23T16:30:00Z').getDate()", 24],
    ["new Date('2026-11-23T16:30:00Z').getHours()", 0],
    ["new Date('2026-12-31T16:00:00Z').getFullYear()", 2027],
    ['new Date(2026, 10, 23, 9, 0).toISOString()', '2026-11-23T01:00:00.000Z'],
    ["new Date('2026-11-23T09:00').toISOString()", '2026-11-23T01:00:00.000Z'],
    ["new Date('2026-11-23').toISOString()", '2026-11-23T00:00:00.000Z'],
    [
      "(() => { const d = new Date('2026-11-23T01:00:00Z'); d.setHours(10, 30); return d.toISOString() })()",
      '2026-11-23T02:30:00.000Z',
    ],
    [
      "(() => { const d = new Date('2026-11-22T16:00:00Z'); d.setDate(1); return d.toISOString() })()",
      '2026-10-31T16:00:00.000Z',
    ],
    [
      "new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date('2026-11-23T01:05:00Z'))",
      '09:05',
    ],
    [
      "new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(0, 0, 0, 9, 15))",
      '09:15',
    ],
    [
      "new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', hour: '2-digit', hour12: false }).format(new Date('2026-11-23T01:05:00Z'))",
      '01时',
    ],
    ["new Date('2026-11-23T16:30:00Z').toLocaleDateString('zh-CN')", '2026/11/24'],
    ['new Date(0) instanceof Date', true],
    ['typeof Date.now()', 'number'],
  ])('%s is %s', (code, expected) => {
    expect(run(code)).toBe(expected)
  })

  it('leaves the realm of everybody else alone', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })
})
