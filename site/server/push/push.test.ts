/** Devices subscribe, choose and stop; and everything that nobody should send. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import type { Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAnnouncements } from '../../push/announcements.ts'
import { openPushDatabase } from '../../push/database.ts'
import { pushKeyFrom } from '../../push/key.ts'
import { servicesFrom } from '../../push/services.ts'
import { createBrowserKeys } from '../../push/testing/decrypt.ts'
import { openPushService } from '../../push/testing/push-service.ts'
import { openReadModel, storeDocument } from '../../src/content/read-model.ts'
import { build } from '../../src/content/testing/builders.ts'
import { callerOf, createRateLimit } from './caller.ts'
import { registerPush } from './register-push.ts'

let app: FastifyInstance
let folder: string
const key = pushKeyFrom(randomBytes(32).toString('base64url'))
const ENDPOINT = 'https://updates.push.services.mozilla.com/wpush/v2/abc'
const { curve: _curve, ...keys } = createBrowserKeys(randomBytes(16))
const subscription = { endpoint: ENDPOINT, keys }

async function open(services = servicesFrom()) {
  app = Fastify()
  const [databaseFile, readModelPath] = [path.join(folder, 'push.sqlite'), path.join(folder, 'read-model.sqlite')]
  await registerPush(app, { key, contact: 'mailto:dj@example.edu.cn', services, databaseFile, readModelPath })
}
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-push-server-'))
  await open()
})
afterEach(async () => {
  await app.close()
  await fs.rm(folder, { recursive: true })
})

async function ask(method: 'PUT' | 'POST' | 'DELETE', payload: unknown, remoteAddress = '127.0.0.1') {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const headers = { 'content-type': 'application/json' }
  const answer = await app.inject({ method, url: '/push/subscription', headers, payload: body, remoteAddress })
  expect(answer.headers['cache-control']).toBe('no-store')
  const { data, error } = answer.json()
  return { status: answer.statusCode, data, code: error?.details.code, message: error?.message }
}
const subscribe = (choices: string[] = ['module:portal']) => ask('PUT', { subscription, choices })

describe('a device', () => {
  it('learns the key', async () => {
    const { data } = (await app.inject('/push/key')).json()
    expect(data).toEqual({ key: key.publicKey })
    expect(Buffer.from(data.key, 'base64url')).toHaveLength(65)
  })

  it('subscribes, sees what it chose, chooses otherwise, and stops', async () => {
    expect(await ask('POST', { endpoint: ENDPOINT })).toMatchObject({ status: 404, code: 'NOT_SUBSCRIBED' })
    expect(await subscribe(['module:ideas', 'column:abc', 'column:abc'])).toMatchObject({ status: 200 })
    expect((await ask('POST', { endpoint: ENDPOINT })).data).toEqual({ choices: ['module:ideas', 'column:abc'] })
    await subscribe(['column:b'])
    expect((await ask('POST', { endpoint: ENDPOINT })).data).toEqual({ choices: ['column:b'] })
    expect((await ask('DELETE', { endpoint: ENDPOINT })).status).toBe(200)
    expect((await ask('DELETE', { endpoint: ENDPOINT })).status).toBe(200)
    expect((await ask('POST', { endpoint: ENDPOINT })).status).toBe(404)
  })

  it('keeps its choices when its push service gives it another address', async () => {
    await subscribe(['column:b'])
    const renewed = { ...subscription, endpoint: `${ENDPOINT}-2` }
    expect((await ask('PUT', { subscription: renewed, replaces: ENDPOINT })).status).toBe(200)
    expect((await ask('POST', { endpoint: renewed.endpoint })).data).toEqual({ choices: ['column:b'] })
    expect((await ask('POST', { endpoint: ENDPOINT })).status).toBe(404)
    expect((await ask('PUT', { subscription, replaces: `${ENDPOINT}-3` })).code).toBe('NOT_SUBSCRIBED')
  })
})

const withKeys = (over: object) => ({
  subscription: { ...subscription, keys: { ...keys, ...over } },
  choices: ['module:ideas'],
})
const withEndpoint = (endpoint: unknown) => ({ subscription: { ...subscription, endpoint }, choices: ['module:ideas'] })

describe('what is refused', () => {
  it.each([
    ['no JSON', '{', 400, 'MALFORMED_REQUEST'],
    ['nothing', '', 400, 'MALFORMED_REQUEST'],
    ['null', null, 400, 'MALFORMED_REQUEST'],
    ['a list', [], 400, 'MALFORMED_REQUEST'],
    ['a key that is no point of the curve', withKeys({ p256dh: `B${'A'.repeat(86)}` }), 400, 'MALFORMED_REQUEST'],
    ['a short secret', withKeys({ auth: 'abc' }), 400, 'MALFORMED_REQUEST'],
    ['an endless address', withEndpoint(`${ENDPOINT}${'a'.repeat(1100)}`), 400, 'MALFORMED_REQUEST'],
    ['an address of another type', withEndpoint({ $gt: '' }), 400, 'MALFORMED_REQUEST'],
    ['an address inside the house', withEndpoint('https://169.254.169.254/latest'), 400, 'UNKNOWN_PUSH_SERVICE'],
    ['an address of anybody', withEndpoint('https://example.com/'), 400, 'UNKNOWN_PUSH_SERVICE'],
    ['a choice that is none', { subscription, choices: ['everything'] }, 400, 'MALFORMED_REQUEST'],
    ['no choice', { subscription, choices: [] }, 400, 'NOTHING_CHOSEN'],
    ['endless choices', { subscription, choices: Array(81).fill('module:ideas') }, 400, 'MALFORMED_REQUEST'],
    ['a body that is too large', { subscription, choices: ['x'.repeat(9000)] }, 413, 'TOO_LARGE'],
  ])('%s', async (_what, payload, status, code) => {
    const answer = await ask('PUT', payload)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.message).toMatch(/[\u4e00-\u9fff]/)
  })

  it('another type of content, without a trace of how it failed', async () => {
    const answer = await app.inject({
      method: 'PUT',
      url: '/push/subscription',
      headers: { 'content-type': 'text/xml' },
      payload: '<x/>',
    })
    expect([answer.statusCode, answer.json().error.details.code]).toEqual([400, 'MALFORMED_REQUEST'])
    expect(answer.body).not.toMatch(/stack|at /)
  })

  it('too much of one caller, and of nobody else', async () => {
    for (let n = 0; n < 60; n += 1) expect((await ask('POST', { endpoint: ENDPOINT })).status).toBe(404)
    expect(await ask('POST', { endpoint: ENDPOINT })).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect((await ask('POST', { endpoint: ENDPOINT }, '203.0.113.7')).status).toBe(404)
  })
})

describe('a caller', () => {
  const request = (remoteAddress: string, forwarded?: string) => ({
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress } as Socket,
  })

  it.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::'],
  ])('that connects from %s and is forwarded for %s is %s', (remote, forwarded, caller) => {
    expect(callerOf(request(remote, forwarded))).toBe(caller)
  })

  it('may ask again when the window is over', () => {
    let now = 0
    const isWithin = createRateLimit({ requests: 2, withinMs: 1000, now: () => now })
    expect([isWithin('a'), isWithin('a'), isWithin('a'), isWithin('b')]).toEqual([true, true, false, true])
    now = 1000
    expect(isWithin('a')).toBe(true)
  })

  it('is forgotten where there are endless others', () => {
    const isWithin = createRateLimit({ requests: 1, withinMs: 1000, now: () => 0 })
    for (let n = 0; n < 20_001; n += 1) isWithin(`caller ${n}`)
    expect([isWithin('caller 20000'), isWithin('caller 0')]).toEqual([false, true])
  })
})

it('a file that cannot be opened keeps no page from being served', async () => {
  await app.close()
  app = Fastify()
  app.get('/', async () => 'page')
  const [databaseFile, readModelPath] = [path.join(folder, 'nowhere', 'push.sqlite'), path.join(folder, 'none')]
  await registerPush(app, {
    key,
    contact: 'mailto:a@example.edu.cn',
    services: servicesFrom(),
    databaseFile,
    readModelPath,
  })
  expect((await app.inject('/')).body).toBe('page')
  expect((await app.inject('/push/key')).statusCode).toBe(404)
})

it('a post that was announced reaches the device by itself', async () => {
  const service = await openPushService()
  await app.close()
  await open(servicesFrom(service.origin))
  const { device, received } = service.device()
  expect((await ask('PUT', { subscription: device, choices: ['column:news'] })).status).toBe(200)
  const model = openReadModel(path.join(folder, 'read-model.sqlite'), { readOnly: false })
  storeDocument(model, 'column', build('column', 'news', { name: '党建要闻' }))
  storeDocument(model, 'article', build('article', 'a'))
  model.close()
  const database = openPushDatabase(path.join(folder, 'push.sqlite'))
  openAnnouncements(database).announce({ kind: 'article', documentId: 'a' }, Date.now() - 60_000)
  database.close()
  await service.message()
  expect(received.map(({ message }) => message)).toEqual([
    { title: '党建要闻', body: '文章 a', url: '/news/a/', tag: 'article-a' },
  ])
  expect(service.state.problems).toEqual([])
  await app.close()
  await service.close()
})
