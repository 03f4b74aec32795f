/** What a reader types travels to the CMS, or comes back with what is wrong; machines and floods do not get through. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveFile } from '../live-file.ts'
import type { LiveFiles } from '../live-files.ts'
import type { Fields } from './report.ts'
import { serveReports } from './serve-reports.ts'
import { checkTicket, issueTicket } from './ticket.ts'

const FORM = `<p id="form-error" role="alert" hidden></p><form>
<input id="page" name="page" type="text" value=""><span class="x" id="page-error" hidden></span>
<textarea id="problem" name="problem" rows="5"></textarea><span id="problem-error" hidden></span>
<textarea id="quote" name="quote"></textarea><span id="quote-error" hidden></span>
<input id="contact" name="contact" value=""><span id="contact-error" hidden></span>
<input name="website" value=""><input name="ticket" type="hidden" value=""></form>`

const page = (body: string) =>
  ({ kind: 'file', file: { body: Buffer.from(body), redirect: null } as LiveFile }) as const
const standing: Record<string, ReturnType<typeof page>> = {
  'report/index.html': page(FORM),
  'news/a/index.html': page('甲'),
}
const files: LiveFiles = { find: (relative) => standing[relative] ?? { kind: 'absent' } }

let app: FastifyInstance
let sent: Fields[]
let isAway: boolean
let now: number

beforeEach(async () => {
  ;[sent, isAway, now] = [[], false, 1_000_000]
  app = Fastify()
  const send = async (fields: Fields) => {
    if (isAway) throw new Error('away')
    sent.push(fields)
  }
  const sendNotFound: Parameters<typeof serveReports>[1]['sendNotFound'] = (_request, reply) => reply.code(404).send('')
  await app.register((scope) => serveReports(scope, { files, send, sendNotFound, now: () => now }))
})
afterEach(() => app.close())

const typedIn = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
const open = async (query = '?page=/news/a/') => (await app.inject(`/report/${query}`)).body
const post = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const {
    statusCode,
    headers: answered,
    body,
  } = await app.inject({
    ...{ method: 'POST', url: '/report/', payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  return { status: statusCode, code: answered['x-error-code'], location: answered.location, body, answered }
}
const good = { page: '/news/a/', problem: '“党员”写成了“党圆”' }
/** As a person does: opens the form, and takes a while. */
const report = async (fields: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const ticket = typedIn(await open(), 'ticket')
  now += 3000
  return post({ ...good, ...fields, ticket }, headers)
}

describe('the form', () => {
  it('knows the page that it was opened from, and is kept by nobody', async () => {
    const { body, headers } = await app.inject('/report/?page=/news/a/')
    expect([typedIn(body, 'page'), headers['cache-control']]).toEqual(['/news/a/', 'no-store'])
    expect(body).toContain('id="page-error" hidden')
  })

  it.each([
    '?page="><script>alert(1)</script>',
    '?page=/a/&page=/b/',
    '',
    '?page=%E0%A4%A',
  ])('opens with %s', async (query) => {
    const body = await open(query)
    expect(body).not.toContain('<script>')
    expect(body).toContain('name="ticket"')
  })
})

describe('a report', () => {
  it('reaches the CMS and is thanked for', async () => {
    const { status, location } = await report({ quote: ' 党圆\r\n大会 ', contact: '李老师', other: 'x' })
    expect([status, location]).toEqual([303, '/report/thanks/'])
    expect(sent).toEqual([{ ...good, quote: '党圆\n大会', contact: '李老师' }])
  })

  it.each([
    'https://dj.example.edu.cn/news/a/?from=weixin#top',
    '/news/a',
    ' /news/a/ ',
  ])('may name its page as %s', async (named) => {
    await report({ page: named })
    expect(sent[0]?.page).toBe('/news/a/')
  })

  it('may be exactly as long as it says, whatever the characters', async () => {
    expect(
      (await report({ problem: '𠮷'.repeat(1000), quote: '党'.repeat(500), contact: '1'.repeat(100) })).status,
    ).toBe(303)
  })

  it.each([
    ['says nothing', { problem: ' \n ' }, 'problem', '请写明'],
    ['is too long', { problem: '党'.repeat(1001) }, 'problem', '1000'],
    ['quotes too much', { quote: '党'.repeat(501) }, 'quote', '500'],
    ['says too much of its sender', { contact: '1'.repeat(101) }, 'contact', '100'],
    ['is of no page', { page: '/nowhere/' }, 'page', '没有这个网址'],
    ['is of somebody else’s page', { page: 'https://evil.example/' }, 'page', '没有这个网址'],
  ])('that %s comes back with what is wrong', async (_what, fields, name, words) => {
    const { status, code, body } = await report({ quote: '<b>"&', ...fields })
    expect([status, code]).toEqual([422, 'REPORT_INCOMPLETE'])
    expect(new RegExp(`id="${name}-error">[^<]*`).exec(body)?.[0]).toContain(words)
    expect(body).toMatch(new RegExp(`aria-invalid="true"[^>]*name="${name}"`))
    if (name !== 'quote') expect(body).toContain('&lt;b&gt;&quot;&amp;</textarea>')
    expect(sent).toEqual([])
  })

  it('that is sent at once, or from a form without ticket, is asked for again and keeps its words', async () => {
    const ticket = typedIn(await open(), 'ticket')
    now += 2999
    const early = await post({ ...good, ticket })
    expect([early.status, early.code]).toEqual([422, 'REPORT_TOO_FAST'])
    const old = await post(good)
    expect([old.status, old.code]).toEqual([422, 'REPORT_FORM_OLD'])
    expect(old.body).toContain(good.problem.slice(1, 3))
    now += 3000
    expect((await post({ ...good, ticket: typedIn(old.body, 'ticket') })).status).toBe(303)
  })

  it('from another site is asked for again', async () => {
    expect((await report({}, { 'sec-fetch-site': 'cross-site' })).code).toBe('REPORT_FOREIGN')
  })

  it('of a machine is thanked for and dropped', async () => {
    expect((await report({ website: 'https://spam.example' })).status).toBe(303)
    expect(sent).toEqual([])
  })

  it('is taken five times in ten minutes from one place, with a clear answer to the sixth', async () => {
    for (let n = 0; n < 5; n += 1) expect((await report()).status).toBe(303)
    const { status, code, answered, body } = await report()
    expect([status, code]).toEqual([429, 'REPORT_TOO_MANY'])
    expect(Number(answered['retry-after'])).toBeGreaterThan(500)
    expect(body).toContain('十分钟')
    expect((await report({}, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(303)
    now += 600_000
    expect((await report()).status).toBe(303)
  })

  it('is not lost while the CMS is away', async () => {
    isAway = true
    const { status, code, body } = await report()
    expect([status, code]).toEqual([503, 'REPORT_CMS_AWAY'])
    expect(body).toContain('党圆')
  })

  it.each([
    ['is no form', 'multipart/form-data', '--', 415],
    ['is larger than any form', 'application/x-www-form-urlencoded', `problem=${'a'.repeat(70_000)}`, 413],
  ])('that %s is refused', async (_what, type, payload, status) => {
    const answer = await app.inject({ method: 'POST', url: '/report/', payload, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(status)
  })
})

describe('a ticket', () => {
  it.each([
    ['is good after three seconds', 3000, 'good'],
    ['not before', 2999, 'too fast'],
    ['nor after a day', 86_400_001, 'unknown'],
  ] as const)('%s', (_what, age, state) => {
    expect(checkTicket(issueTicket('secret', 1000), 'secret', 1000 + age)).toBe(state)
  })

  it.each(['', '.', 'zzz.', issueTicket('other', 1000), `${issueTicket('secret', 1000)}x`])('%s is none', (ticket) => {
    expect(checkTicket(ticket, 'secret', 5000)).toBe('unknown')
  })
})
