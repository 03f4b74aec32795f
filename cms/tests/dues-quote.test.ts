/** What the calculator asks: answered to anybody, refused in Chinese, kept by nobody, written down nowhere. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rowsOf } from './setup/audit.ts'
import { type Answer, get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const require = createRequire(import.meta.url)
const { BURST } = require('../dist/src/api/dues/allowance.js') as { BURST: number }
const cases = require('../src/domain/dues/cases.json') as { category: string; base: string | null; due: string }[]

const HAN = /\p{Script=Han}.*。$/u
const good = { category: 'salaried', base: '3456.78', month: '2026-11' }

let cms: TestCms
/** each test is a caller of its own, as if our own proxy told of it */
let callers = 0
const ask = (body: unknown, caller = `203.0.113.${++callers % 250}`) =>
  send(cms, 'POST', '/api/dues/quote', body, { 'x-forwarded-for': caller })
const raw = (body: string, contentType = 'application/json') =>
  fetch(`${cms.url}/api/dues/quote`, { method: 'POST', body, headers: { 'content-type': contentType } })
const codeOf = ({ status, body }: Answer) => [status, body.error?.details.code]

beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

describe('a quote', () => {
  it('has five fields and is not kept on the way', async () => {
    const { status, body, headers } = await ask(good)
    expect([status, body]).toEqual([200, { due: '34.57', fen: 3457, rate: '0.01', article: '2', flags: [] }])
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('is right in all published cases', async () => {
    for (const { category, base, due } of cases) {
      const { body } = await ask({ category, base, month: '2026-11' })
      expect([category, base, (body as { due?: string }).due]).toEqual([category, base, due])
    }
  })

  it('is no act for the audit log, nor is a refused one', async () => {
    const asking = async () => {
      await ask(good)
      await ask({ ...good, base: '-1' })
    }
    expect(await rowsOf(cms, asking)).toEqual([])
  })

  it('is asked by POST alone', async () => {
    const { status } = await get(cms, '/api/dues/quote?category=salaried&base=3456.78&month=2026-11')
    expect([404, 405]).toContain(status)
  })
})

describe('bad input', () => {
  it.each([
    [{ ...good, base: '-1' }, 'DUES_BASE_NEGATIVE', 'base'],
    [{ ...good, base: '3456.789' }, 'DUES_BASE_DECIMALS', 'base'],
    [{ ...good, base: '1e3' }, 'DUES_BASE_MALFORMED', 'base'],
    [{ ...good, base: 'NaN' }, 'DUES_BASE_MALFORMED', 'base'],
    [{ ...good, base: '1000000000000000000' }, 'DUES_BASE_TOO_LARGE', 'base'],
    [{ ...good, base: '9'.repeat(100_000) }, 'DUES_BASE_TOO_LARGE', 'base'],
    [{ ...good, base: 3456.78 }, 'DUES_BASE_NOT_TEXT', 'base'],
    [{ ...good, base: ['3456.78'] }, 'DUES_BASE_NOT_TEXT', 'base'],
    [{ ...good, base: null }, 'DUES_BASE_EMPTY', 'base'],
    [{ category: 'salaried', month: '2026-11' }, 'DUES_BASE_EMPTY', 'base'],
    [{ ...good, month: '2026-13' }, 'DUES_MONTH', 'month'],
    [{ ...good, month: '2026-1' }, 'DUES_MONTH', 'month'],
    [{ ...good, month: '1999-01' }, 'DUES_MONTH_RANGE', 'month'],
    [{ ...good, month: '9999-12' }, 'DUES_MONTH_RANGE', 'month'],
    [{ ...good, category: '__proto__' }, 'DUES_CATEGORY', 'category'],
    [{ ...good, category: 'farmer', base: '2' }, 'DUES_CHOSEN_RANGE', 'base'],
    [{ ...good, more: 1 }, 'DUES_FIELD_UNKNOWN', undefined],
    [[good], 'DUES_BODY', undefined],
  ])('%#: %s', async (body, code, field) => {
    const answer = await ask(body)
    expect(codeOf(answer)).toEqual([400, code])
    expect(answer.body.error?.message).toMatch(HAN)
    expect(answer.body.error?.details.fields?.[0]).toBe(field)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is told all at once, a sentence for each field', async () => {
    const { body } = await ask({ category: 'x', base: '-1', month: 'x' })
    const { problems } = body.error?.details as { problems: { field: string; message: string }[] }
    expect(problems.map(({ field }) => field)).toEqual(['category', 'base', 'month'])
    for (const { message } of problems) expect(message).toMatch(HAN)
  })

  it.each([
    ['{"category":', 'application/json'],
    ['NaN', 'application/json'],
    ['{"category":"salaried","base":NaN,"month":"2026-11"}', 'application/json'],
    ['"text"', 'application/json'],
    ['', 'application/json'],
    ['党费', 'text/plain'],
    ['<a/>', 'application/xml'],
    [`{"base":"${'9'.repeat(5_000_000)}"}`, 'application/json'],
  ])('%#: what is no JSON is refused in Chinese', async (body, contentType) => {
    const answer = await raw(body, contentType)
    expect([400, 413, 415]).toContain(answer.status)
    const { error } = (await answer.json()) as { error: { message: string } }
    expect(error.message).toMatch(HAN)
  })
})

it('follows what the college has decided', async () => {
  const { keepDuesSettings } = require('../dist/src/stores/dues/settings.js')
  const { defaultSettings } = require('../dist/src/domain/dues/settings.js')
  const pension = { category: 'retired', base: '6000.00', month: '2026-11' }
  expect((await ask(pension)).body).toMatchObject({ due: '60.00', rate: '0.01' })
  await keepDuesSettings(cms.strapi, { ...defaultSettings, retiredFactor: 7000 })
  expect((await ask(pension)).body).toMatchObject({ due: '21.00', rate: '0.005' })
  await keepDuesSettings(cms.strapi, defaultSettings)
})

it('one address asks often, but not without end; others are not held up', async () => {
  const one = '198.51.100.7'
  // however slow the machine is, all of them come in one moment
  vi.useFakeTimers({ toFake: ['Date'] })
  const answers = await Promise.all(Array.from({ length: BURST + 20 }, () => ask(good, one))).finally(() =>
    vi.useRealTimers(),
  )
  const refused = answers.filter(({ status }) => status !== 200)
  expect([answers.length, refused.length]).toEqual([BURST + 20, 20])
  for (const answer of refused) {
    expect(codeOf(answer)).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(answer.body.error?.message).toMatch(HAN)
    expect(answer.headers.get('retry-after')).toBe('5')
  }
  expect((await ask(good, '198.51.100.8')).status).toBe(200)
})
