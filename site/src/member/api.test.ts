import { expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Refusal } from './refusal.ts'

type Answer = { status: number; body: unknown }
type Call = { path: string; authorization: string | null }

const ok = (data: unknown): Answer => ({ status: 200, body: { data } })
const refused = (status: number, code: string, message = '请先登录。'): Answer => ({
  status,
  body: { data: null, error: { message, details: { code } } },
})
const inside = (accessToken: string) => ok({ state: 'in', accessToken, expiresAt: '', secondFactor: 'absent' })

/** A server that answers by path, in order; the last answer stays. */
function open(script: Record<string, (Answer | Error)[]>) {
  const calls: Call[] = []
  const left: (Refusal | null)[] = []
  const send = (async (url: string, { headers }: { headers: Record<string, string> }) => {
    const path = url.slice('/api'.length)
    calls.push({ path, authorization: headers['authorization'] ?? null })
    const answers = script[path] ?? []
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (!answer || answer instanceof Error) throw answer ?? new Error(`nothing is scripted for ${path}`)
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  }) as unknown as typeof fetch
  return { api: createApi(send, (why) => left.push(why)), calls, left }
}

it('carries the token that it was let in with, and only in its header', async () => {
  const { api, calls } = open({ '/auth/login': [inside('first')], '/member/me': [ok({ name: '李红' })] })
  await api.enter('/login', {})
  expect(await api.get('/member/me')).toEqual({ name: '李红' })
  expect(calls).toEqual([
    { path: '/auth/login', authorization: null },
    { path: '/member/me', authorization: 'Bearer first' },
  ])
})

it('is not inside while the second factor is asked for', async () => {
  const asked = ok({ state: 'second-factor', ticket: 't', expiresAt: '' })
  const { api, calls } = open({ '/auth/login': [asked], '/member/me': [ok({})] })
  expect(await api.enter('/login', {})).toMatchObject({ state: 'second-factor' })
  await api.get('/member/me')
  expect(calls[1]?.authorization).toBeNull()
})

it('renews a token that has run out once for all requests, and sends each of them once more', async () => {
  const { api, calls, left } = open({
    '/auth/login': [inside('old')],
    '/auth/refresh': [inside('new')],
    '/a': [refused(401, 'LOGIN_REQUIRED'), ok('a')],
    '/b': [refused(401, 'LOGIN_REQUIRED'), ok('b')],
  })
  await api.enter('/login', {})
  expect(await Promise.all([api.get('/a'), api.get('/b')])).toEqual(['a', 'b'])
  expect(calls.filter(({ path }) => path === '/auth/refresh')).toHaveLength(1)
  expect(calls.filter(({ authorization }) => authorization === 'Bearer new').map(({ path }) => path)).toEqual([
    '/a',
    '/b',
  ])
  expect(left).toEqual([])
})

it('goes out when the session has ended, and does not ask a third time', async () => {
  const { api, calls, left } = open({
    '/auth/refresh': [refused(401, 'SESSION_ENDED', '登录已失效，请重新登录。')],
    '/a': [refused(401, 'LOGIN_REQUIRED')],
  })
  await expect(api.get('/a')).rejects.toMatchObject({ code: 'SESSION_ENDED' })
  expect(left.map((why) => why?.code)).toEqual(['SESSION_ENDED'])
  expect(calls.map(({ path }) => path)).toEqual(['/a', '/auth/refresh'])
})

it('stays in when a password is wrong, and when the network is away during a renewal', async () => {
  const { api, left } = open({
    '/auth/password': [refused(401, 'WRONG_LOGIN')],
    '/a': [refused(401, 'LOGIN_REQUIRED')],
    '/auth/refresh': [new TypeError('Failed to fetch')],
  })
  await expect(api.post('/auth/password', {})).rejects.toMatchObject({ code: 'WRONG_LOGIN' })
  await expect(api.get('/a')).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(left).toEqual([])
})

it('does not send a payment twice because the network went away', async () => {
  const { api, calls } = open({ '/branch/dues/payments': [new TypeError('Failed to fetch')] })
  await expect(api.post('/branch/dues/payments', {})).rejects.toThrow('没有连上网络')
  expect(calls).toHaveLength(1)
})

it('says nothing in a foreign language, whatever stands between', async () => {
  const { api } = open({ '/a': [{ status: 502, body: '<html>Bad Gateway</html>' }], '/b': [refused(400, 'X', 'Nope')] })
  await expect(api.get('/a')).rejects.toThrow('系统没有正常回答')
  await expect(api.get('/b')).rejects.toMatchObject({ code: 'X', message: '系统没有正常回答，请过一会儿再试。' })
})

it('knows whether somebody is logged in, and does not guess without network', async () => {
  expect(await open({ '/auth/refresh': [inside('t')] }).api.resume()).toBe(true)
  expect(await open({ '/auth/refresh': [refused(401, 'SESSION_ENDED')] }).api.resume()).toBe(false)
  await expect(open({ '/auth/refresh': [new TypeError('x')] }).api.resume()).rejects.toMatchObject({ code: 'OFFLINE' })
})

it('forgets the token when somebody logs out, also where the server was not reached', async () => {
  const { api, calls, left } = open({
    '/auth/login': [inside('t')],
    '/auth/logout': [new TypeError('x')],
    '/a': [ok(1)],
  })
  await api.enter('/login', {})
  await expect(api.logOut()).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(left).toEqual([null])
  await api.get('/a')
  expect(calls.at(-1)?.authorization).toBeNull()
})
