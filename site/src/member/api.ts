/**
 * The portal's API as this page calls it. The access token lives in this closure alone: no storage, no other tab. The refresh token is
 * a cookie that no script sees; every page begins by asking for an access token with it.
 */
import { offline, Refusal, refusalOf } from './refusal.ts'

type Method = 'GET' | 'POST' | 'DELETE'
type Fetch = typeof fetch
export type SecondFactor = 'absent' | 'asked' | 'passed'
export type Inside = { state: 'in'; accessToken: string; expiresAt: string; secondFactor: SecondFactor }
export type Asked = { state: 'second-factor'; ticket: string; expiresAt: string }

const ENDED = ['LOGIN_REQUIRED', 'SESSION_ENDED', 'SESSION_REUSED']

export function createApi(send: Fetch, whenOut: (why: Refusal | null) => void) {
  let token: string | null = null
  let refreshing: Promise<void> | null = null

  async function ask(method: Method, path: string, data: unknown, by = token): Promise<unknown> {
    const headers = {
      ...(data === undefined ? {} : { 'content-type': 'application/json' }),
      ...(by === null ? {} : { authorization: `Bearer ${by}` }),
    }
    const body = data === undefined ? {} : { body: JSON.stringify(data) }
    const init: RequestInit = { method, headers, ...body, cache: 'no-store', credentials: 'same-origin' }
    const answer = await send(`/api${path}`, init).catch(() => {
      throw offline()
    })
    const read: unknown = await answer.json().catch(() => null)
    if (!answer.ok) throw refusalOf(answer.status, read)
    return read
  }

  const openAs = <T extends Inside | Asked>(entered: T): T => {
    if (entered.state === 'in') token = entered.accessToken
    return entered
  }

  async function renew(): Promise<void> {
    // with the one that has run out it would be turned away before its cookie was looked at
    openAs(((await ask('POST', '/auth/refresh', {}, null)) as { data: Inside }).data)
  }

  /** However many requests find their token run out: one renewal for all of them. */
  function refresh(): Promise<void> {
    refreshing ??= renew().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function leave(why: Refusal | null) {
    token = null
    whenOut(why)
  }

  async function renewOrLeave() {
    try {
      await refresh()
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) leave(error)
      throw error
    }
  }

  /** @throws Refusal. What a request does, it does once: it is sent again only after it was turned away at the door. */
  async function call(method: Method, path: string, data?: unknown): Promise<unknown> {
    const used = token
    try {
      return await ask(method, path, data)
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 401 && ENDED.includes(error.code))) throw error
    }
    // another request may have renewed it in the meantime
    if (refreshing || token === used) await renewOrLeave()
    try {
      return await ask(method, path, data)
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) leave(error)
      throw error
    }
  }

  const dataOf = async <T>(answer: Promise<unknown>) => ((await answer) as { data: T }).data

  return {
    /** @returns false: nobody is logged in on this device. @throws Refusal where that cannot be known */
    async resume(): Promise<boolean> {
      try {
        await refresh()
        return true
      } catch (error) {
        if (error instanceof Refusal && error.status === 401) return false
        throw error
      }
    },
    /** The routes that let somebody in. */
    enter: async (path: string, data: object) =>
      openAs(await dataOf<Inside | Asked>(ask('POST', `/auth${path}`, data))),
    open: <T>(path: string) => dataOf<T>(ask('GET', path, undefined)),
    get: <T>(path: string) => dataOf<T>(call('GET', path)),
    /** with `meta` beside `data` */
    list: async <T>(path: string) => (await call('GET', path)) as { data: T[]; meta: { total: number } },
    post: <T = unknown>(path: string, data: object = {}) => dataOf<T>(call('POST', path, data)),
    remove: (path: string) => call('DELETE', path),
    /** Here it is over whatever the server says; there it ends by itself if it was not reached. */
    async logOut(everywhere = false) {
      try {
        if (everywhere) await call('POST', '/auth/logout-everywhere', {})
        else await ask('POST', '/auth/logout', {})
      } finally {
        leave(null)
      }
    },
    forget: () => {
      token = null
    },
  }
}
export type Api = ReturnType<typeof createApi>
