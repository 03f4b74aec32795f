/** The college's log-in, against a real OpenID provider and a server that speaks CAS. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { activate, consents, createLoneMember, inside, post, refresh } from './setup/accounts.ts'
import { rowsOf } from './setup/audit.ts'
import { Browser } from './setup/browser.ts'
import { CLIENT, type Server, startCasServer, startOpenIdProvider } from './setup/colleges-log-in.ts'
import { get } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let openId: Server
let cas: Server
const who: { number: string | null } = { number: null }

const SETTINGS = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_NUMBER_CLAIM',
  'CAS_URL',
  'CAS_NUMBER_ATTRIBUTE',
]

beforeAll(async () => {
  cms = await startCms()
  // the portal stands before the CMS; here the CMS is the portal
  process.env.SITE_URL = cms.url
  openId = await startOpenIdProvider(who, `${cms.url}/api/auth/oidc/callback`)
  cas = await startCasServer(who)
  Object.assign(process.env, {
    ...{ OIDC_ISSUER: openId.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    ...{ OIDC_NUMBER_CLAIM: 'student_number', CAS_URL: `${cas.url}/cas`, CAS_NUMBER_ATTRIBUTE: 'employeeNumber' },
  })
})
afterAll(async () => {
  for (const name of SETTINGS) delete process.env[name]
  await cms.stop()
  await Promise.all([openId.stop(), cas.stop()])
})
beforeEach(() => {
  who.number = null
})

const isCallback = (url: URL) => url.origin === new URL(cms.url).origin && url.pathname.endsWith('/callback')
const startOf = (way: string, query = '') => new URL(`/api/auth/${way}/start${query}`, cms.url)

/** Out and back, in one browser; stops at the portal's page. */
async function goRound(way: string, query = '', browser = new Browser()) {
  const { next: callback } = await browser.follow(startOf(way, query), isCallback)
  const last = await browser.visit(callback)
  return { browser, callback, last, page: last.location ?? '' }
}

describe.each(['oidc', 'cas'])('the college’s log-in by %s', (way) => {
  it('lets a member in, to the page that was asked for', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    who.number = member.number
    const { browser, page, last } = await goRound(way, '?to=/member/dues/%3Fmonth%3D2026-11')
    expect(page).toBe('/member/dues/?month=2026-11')
    expect(last.setCookie.join()).toMatch(
      /^member-sign-on=;.*member=[^;]+; path=\/api\/auth; samesite=strict; httponly/i,
    )
    const cookie = browser.cookiesFor(new URL('/api/auth/refresh', cms.url))
    const next = await refresh(cms, { cookie })
    expect(next.status).toBe(200)
    const { status } = await get(cms, '/api/member/me', { authorization: `Bearer ${inside(next).accessToken}` })
    expect(status).toBe(200)
  })

  it('leaves a row of whom it let in', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    who.number = member.number
    const [row, ...more] = await rowsOf(cms, () => goRound(way))
    expect(more).toEqual([])
    expect(row).toMatchObject({ act: 'member.login', result: 'ok', actor_name: `${member.name} ${member.number}` })
  })

  it('leads a member without an account to the consents, and then in, without a password', async () => {
    const member = await createLoneMember(cms)
    who.number = member.number
    const { page } = await goRound(way)
    expect(page).toMatch(/^\/member\/activate\/#ticket=/)
    const ticket = new URLSearchParams(page.split('#')[1]).get('ticket')
    expect((await post(cms, '/activation', { ticket, consents: [] })).status).toBe(400)
    const answer = await post(cms, '/activation', { ticket, consents })
    expect([answer.status, inside(answer).state]).toEqual([200, 'in'])
    expect((await post(cms, '/activation', { ticket, consents })).status).toBe(401)
    expect((await goRound(way)).page).toBe('/member/')
  })

  it.each([
    'NOBODY-9',
    '',
    '   ',
    'x'.repeat(100),
  ])('turns away politely whoever is no member: “%s”', async (number) => {
    who.number = number
    const [row] = await rowsOf(cms, async () => {
      const { page, last } = await goRound(way)
      expect(page).toMatch(/^\/member\/login\/\?problem=SIGN_ON_NO_(?:MEMBER|NUMBER)$/)
      expect(last.setCookie.join()).not.toMatch(/(?:^|,)member=/)
    })
    expect(row).toMatchObject({ act: 'member.login', result: 'refused', actor_kind: 'anonymous' })
  })

  it('turns away whoever has left', async () => {
    who.number = (await createLoneMember(cms, { status: 'former' })).number
    expect((await goRound(way)).page).toBe('/member/login/?problem=SIGN_ON_NO_MEMBER')
  })

  it('takes an answer only in the browser that asked, once, and unchanged', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    who.number = member.number
    const thief = new Browser()
    const { next: callback } = await thief.follow(startOf(way), isCallback)
    // the victim is led to an answer that belongs to somebody else
    const victim = new Browser()
    expect((await victim.visit(callback)).location).toBe('/member/login/?problem=SIGN_ON_EXPIRED')
    await victim.visit(startOf(way))
    expect((await victim.visit(callback)).location).toBe('/member/login/?problem=SIGN_ON_FAILED')
    const { browser, callback: used } = await goRound(way)
    expect((await browser.visit(used)).location).toBe('/member/login/?problem=SIGN_ON_EXPIRED')
  })

  it('does not take what nobody has issued', async () => {
    const browser = new Browser()
    await browser.visit(startOf(way))
    for (const query of [
      '',
      '?code=x&state=x',
      '?ticket=ST-1&state=x',
      '?error=server_error',
      '?state[]=x&ticket[]=ST-1',
    ]) {
      const { location } = await browser.visit(new URL(`/api/auth/${way}/callback${query}`, cms.url))
      expect(location).toMatch(/^\/member\/login\/\?problem=SIGN_ON_(?:FAILED|EXPIRED)$/)
      await browser.visit(startOf(way))
    }
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/member/../../evil',
    '/admin/',
  ])('never leads to %s', async (to) => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    who.number = member.number
    expect((await goRound(way, `?to=${encodeURIComponent(to)}`)).page).toBe('/member/')
  })

  it('that does not answer is said, not broken', async () => {
    const name = way === 'oidc' ? 'OIDC_ISSUER' : 'CAS_URL'
    const present = process.env[name]
    process.env[name] = 'http://127.0.0.1:9/'
    try {
      const member = await createLoneMember(cms)
      who.number = member.number
      const browser = new Browser()
      const { location } = await browser.visit(startOf(way))
      if (way === 'cas') expect(location).toMatch(/^http:\/\/127\.0\.0\.1:9\/login\?service=/)
    } finally {
      process.env[name] = present
    }
  })
})

describe('the college’s log-in', () => {
  it('that somebody gave up leads back', async () => {
    who.number = null
    expect((await goRound('oidc')).page).toBe('/member/login/?problem=SIGN_ON_CANCELLED')
  })

  it('is shown where it is set up, and not there where it is not', async () => {
    const shown = async () => ((await get(cms, '/api/auth/texts')).body.data as { signOn: object }).signOn
    expect(await shown()).toEqual({ oidc: '统一身份认证', cas: '统一身份认证' })
    const kept = Object.fromEntries(SETTINGS.map((name) => [name, process.env[name]]))
    for (const name of SETTINGS) delete process.env[name]
    expect(await shown()).toEqual({ oidc: null, cas: null })
    for (const way of ['oidc', 'cas']) {
      expect((await new Browser().visit(startOf(way))).location).toBe('/member/login/?problem=SIGN_ON_OFF')
    }
    Object.assign(process.env, kept)
  })
})
