/** What a log-in holds: refreshing, two tabs, stolen tokens, devices, the clock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueAccessToken } from '../src/accounts/sessions/access-token.ts'
import { findSession } from '../src/stores/member-sessions.ts'
import {
  activate,
  bearer,
  cookieOf,
  createLoneMember,
  inside,
  logIn,
  post,
  refresh,
  refusalOf,
} from './setup/accounts.ts'
import { rowsOf } from './setup/audit.ts'
import { type Answer, get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

const SECOND_MS = 1000
const HOUR_MS = 3600 * SECOND_MS
const DAY_MS = 24 * HOUR_MS

const isIn = async (headers: Record<string, string>) => (await get(cms, '/api/member/me', headers)).status === 200
const sessionId = (answer: Answer) => cookieOf(answer).cookie.split('=')[1].split('.')[0]

/** As if so much time had passed since. */
async function pass(answer: Answer, ms: number) {
  const columns = ['rotated_at_ms', 'opened_at_ms', 'last_seen_at_ms']
  const knex = cms.strapi.db.connection
  const earlier = Object.fromEntries(columns.map((column) => [column, knex.raw('?? - ?', [column, ms])]))
  await knex('member_sessions')
    .where({ id: sessionId(answer) })
    .update(earlier)
}

async function enter(data: object = {}) {
  const member = await createLoneMember(cms)
  await activate(cms, member)
  return { member, answer: await logIn(cms, member, data) }
}

describe('a refresh', () => {
  it('gives a new access token and a new cookie', async () => {
    const { answer } = await enter()
    const next = await refresh(cms, cookieOf(answer))
    expect(next.status).toBe(200)
    expect(await isIn(bearer(next))).toBe(true)
    expect(cookieOf(next)).not.toEqual(cookieOf(answer))
    expect(sessionId(next)).toBe(sessionId(answer))
    expect(next.text).not.toContain(cookieOf(next).cookie.split('=')[1])
    expect(new Date(inside(next).expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(600 * SECOND_MS)
  })

  it('of two tabs at once leaves both logged in, with one cookie', async () => {
    const { answer } = await enter()
    const tabs = await Promise.all(Array.from({ length: 5 }, () => refresh(cms, cookieOf(answer))))
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(tabs.map((tab) => cookieOf(tab).cookie)).size).toBe(1)
    for (const tab of tabs) expect(await isIn(bearer(tab))).toBe(true)
    expect((await refresh(cms, cookieOf(tabs[4]))).status).toBe(200)
  })

  it('whose answer was lost can be asked for again, for half a minute', async () => {
    const { answer } = await enter()
    const lost = await refresh(cms, cookieOf(answer))
    await pass(answer, 25 * SECOND_MS)
    const again = await refresh(cms, cookieOf(answer))
    expect([again.status, cookieOf(again)]).toEqual([200, cookieOf(lost)])
  })

  it('with a stolen token ends the session for both', async () => {
    const { answer } = await enter()
    const thief = await refresh(cms, cookieOf(answer))
    await pass(answer, 31 * SECOND_MS)
    const rows = await rowsOf(cms, async () => {
      const owner = await refresh(cms, cookieOf(answer))
      expect([owner.status, refusalOf(owner)?.code]).toEqual([401, 'SESSION_REUSED'])
      expect(owner.headers.getSetCookie()[0]).toMatch(/^member=;.*expires=Thu, 01 Jan 1970/i)
    })
    expect(rows.map(({ act }) => act)).toEqual(['session.reused'])
    expect(refusalOf(await refresh(cms, cookieOf(thief)))?.code).toBe('SESSION_ENDED')
    expect(await isIn(bearer(thief))).toBe(false)
    expect(await isIn(bearer(answer))).toBe(false)
  })

  it('with a token of two generations before ends the session at once', async () => {
    const { answer } = await enter()
    const second = await refresh(cms, cookieOf(answer))
    const third = await refresh(cms, cookieOf(second))
    expect(refusalOf(await refresh(cms, cookieOf(answer)))?.code).toBe('SESSION_REUSED')
    expect(await isIn(bearer(third))).toBe(false)
  })

  it('is refused without a cookie, and with a forged one, which ends nothing', async () => {
    const { answer } = await enter()
    const [id, generation, proof] = cookieOf(answer).cookie.split('=')[1].split('.')
    const other = proof.startsWith('A') ? `B${proof.slice(1)}` : `A${proof.slice(1)}`
    const forged = [`${id}.${generation}.${other}`, `${id}.${Number(generation) + 1}.${proof}`, `${id}.99.${proof}`]
    for (const value of [...forged, '', 'x', '..', `${id}.${generation}`, `${id}.-1.${proof}`, 'x'.repeat(3000)]) {
      const refused = await refresh(cms, { cookie: `member=${value}` })
      expect([refused.status, refusalOf(refused)?.code], value).toEqual([401, 'SESSION_ENDED'])
    }
    expect(refusalOf(await refresh(cms, {}))?.code).toBe('SESSION_ENDED')
    expect((await refresh(cms, cookieOf(answer))).status).toBe(200)
  })

  it('is asked for by the portal’s own pages alone', async () => {
    const { answer } = await enter()
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://portal.example.evil.example' },
      { origin: 'http://portal.example', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign) {
      const refused = await refresh(cms, cookieOf(answer), headers as unknown as Record<string, string>)
      expect([refused.status, refusalOf(refused)?.code], JSON.stringify(headers)).toEqual([403, 'NOT_OUR_PAGE'])
      expect(refused.headers.getSetCookie()).toEqual([])
    }
    const ours = { origin: 'http://portal.example', 'sec-fetch-site': 'same-origin' }
    expect((await refresh(cms, cookieOf(answer), ours)).status).toBe(200)
  })

  it('keeps a visit for two hours, and one’s own phone for thirty days', async () => {
    for (const [isKept, ms] of [
      [false, 2 * HOUR_MS],
      [true, 30 * DAY_MS],
    ] as const) {
      const { answer } = await enter({ isKept })
      await pass(answer, ms - 60 * SECOND_MS)
      const next = await refresh(cms, cookieOf(answer))
      expect(next.status).toBe(200)
      await pass(answer, ms)
      expect(refusalOf(await refresh(cms, cookieOf(next)))?.code).toBe('SESSION_ENDED')
      expect(await isIn(bearer(next))).toBe(false)
    }
  })

  it('is over after a day, however often somebody comes', async () => {
    const { answer } = await enter()
    await cms.strapi.db
      .connection('member_sessions')
      .where({ id: sessionId(answer) })
      .update({ opened_at_ms: Date.now() - DAY_MS })
    expect(refusalOf(await refresh(cms, cookieOf(answer)))?.code).toBe('SESSION_ENDED')
  })

  it('ends with the membership, and with the account', async () => {
    const [left, closed] = [await enter(), await enter()]
    await cms.strapi.db.connection('members').where({ id: left.member.id }).update({ status: 'former' })
    await cms.strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { email: `${closed.member.id}@members.invalid` }, data: { blocked: true } })
    for (const { answer } of [left, closed]) {
      expect(refusalOf(await refresh(cms, cookieOf(answer)))?.code).toBe('SESSION_ENDED')
      expect(await isIn(bearer(answer))).toBe(false)
    }
  })

  it('survives a restart', async () => {
    const { answer } = await enter()
    await cms.restart()
    const next = await refresh(cms, cookieOf(answer))
    expect([next.status, await isIn(bearer(next))]).toEqual([200, true])
  })
})

describe('the cookie of a portal behind https', () => {
  it('is sent over https alone', async () => {
    const present = process.env.SITE_URL
    process.env.SITE_URL = 'https://portal.example'
    try {
      const { answer } = await enter({ isKept: true })
      const [cookie] = answer.headers.getSetCookie()
      expect(cookie).toMatch(
        /^__Secure-member=[^;]+; path=\/api\/auth; expires=[^;]+; samesite=strict; secure; httponly$/i,
      )
      expect((await refresh(cms, cookieOf(answer), { origin: 'https://portal.example' })).status).toBe(200)
    } finally {
      process.env.SITE_URL = present
    }
  })
})

describe('an access token', () => {
  it('of somebody else’s session, or of none, is worth nothing', async () => {
    const [one, other] = [await enter(), await enter()]
    const session = await findSession(cms.strapi, sessionId(one.answer))
    const foreign = await findSession(cms.strapi, sessionId(other.answer))
    if (!session || !foreign) throw new Error('no session')
    const mixed = issueAccessToken(cms.strapi, { ...session, id: foreign.id })
    const without = issueAccessToken(cms.strapi, { ...session, id: 'nothing' })
    const refreshToken = cookieOf(one.answer).cookie.split('=')[1]
    for (const token of [mixed, without, refreshToken, 'x']) {
      expect(await isIn({ authorization: `Bearer ${token}` })).toBe(false)
      expect((await get(cms, '/api/users/me', { authorization: `Bearer ${token}` })).status).toBe(401)
    }
  })

  it('is not read from the cookie: a page of another site sends nothing that counts', async () => {
    const { answer } = await enter()
    expect(await isIn(cookieOf(answer))).toBe(false)
  })
})

describe('a log-out', () => {
  it('ends this device at once, access token included, and once more harms nothing', async () => {
    const { answer, member } = await enter()
    const other = await logIn(cms, member)
    const out = await post(cms, '/logout', {}, cookieOf(answer))
    expect(out.status).toBe(200)
    expect(out.headers.getSetCookie()[0]).toMatch(/^member=;.*expires=Thu, 01 Jan 1970/i)
    expect([await isIn(bearer(answer)), await isIn(bearer(other))]).toEqual([false, true])
    expect((await post(cms, '/logout', {}, cookieOf(answer))).status).toBe(200)
    expect(refusalOf(await refresh(cms, cookieOf(answer)))?.code).toBe('SESSION_ENDED')
  })

  it('everywhere ends all', async () => {
    const { answer, member } = await enter()
    const others = [await logIn(cms, member, { isKept: true }), await logIn(cms, member)]
    const out = await post(cms, '/logout-everywhere', {}, bearer(answer))
    expect(out.status).toBe(200)
    for (const one of [answer, ...others]) {
      expect(await isIn(bearer(one))).toBe(false)
      expect((await refresh(cms, cookieOf(one))).status).toBe(401)
    }
  })
})

describe('the devices', () => {
  const PHONE = 'Mozilla/5.0 (Linux; Android 14) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49'
  type Device = { id: string; name: string; isThis: boolean; firstSeen: string; lastSeen: string }
  const devices = async (answer: Answer) => (await get(cms, '/api/auth/devices', bearer(answer))).body.data as Device[]

  it('are listed with name and times, and no place', async () => {
    const { answer, member } = await enter()
    await logIn(cms, member, {}, { 'user-agent': PHONE, 'x-forwarded-for': '203.0.113.9' })
    const list = await devices(answer)
    // the activation was one, too
    expect(list).toHaveLength(3)
    expect(list.filter(({ isThis }) => isThis)).toHaveLength(1)
    expect(list.find(({ name }) => name === '安卓手机 · 微信')).toBeDefined()
    expect(JSON.stringify(list)).not.toContain('203.0.113')
    expect(Object.keys(list[0]).sort()).toEqual(['firstSeen', 'id', 'isKept', 'isThis', 'lastSeen', 'name'])
  })

  it('are removed one by one, at once; those of others are not there', async () => {
    const { answer, member } = await enter()
    const phone = await logIn(cms, member)
    const stranger = await enter()
    const remove = (who: Answer, id: string) => send(cms, 'DELETE', `/api/auth/devices/${id}`, undefined, bearer(who))
    const foreign = await remove(stranger.answer, sessionId(phone))
    expect([foreign.status, refusalOf(foreign)?.code]).toEqual([404, 'NOT_FOUND'])
    const [row] = await rowsOf(cms, async () => expect((await remove(answer, sessionId(phone))).status).toBe(200))
    expect(row).toMatchObject({ act: 'session.end', result: 'ok', actor_kind: 'member' })
    expect(await isIn(bearer(phone))).toBe(false)
    expect((await remove(answer, sessionId(phone))).status).toBe(404)
    expect((await devices(answer)).map(({ id }) => id)).not.toContain(sessionId(phone))
  })
})

describe('the accounts plugin', () => {
  it.each([
    ['POST', '/api/auth/local'],
    ['POST', '/api/auth/local/register'],
    ['POST', '/api/auth/forgot-password'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/auth/send-email-confirmation'],
    ['GET', '/api/auth/email-confirmation?confirmation=x'],
    ['GET', '/api/auth/google/callback'],
    ['GET', '/api/auth/sessions'],
    ['DELETE', '/api/auth/sessions/x'],
    ['GET', '/api/connect/google'],
    ['GET', '/api/connect/google/callback'],
    ['POST', '/API/Auth/Local'],
    ['POST', '/api//auth/local'],
  ])('has no way in of its own: %s %s', async (method, path) => {
    const { answer } = await enter()
    const body = method === 'POST' ? { identifier: 'x', email: 'x@example.com', password: 'x' } : undefined
    for (const headers of [{}, bearer(answer)]) {
      expect([404, 405]).toContain((await send(cms, method, path, body, headers)).status)
    }
  })
})
