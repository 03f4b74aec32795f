/** Links to elsewhere, tried against a server of the test’s own. */
import { once } from 'node:events'
import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, createPublished } from './setup/content.ts'
import { send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Allow = (address: string) => boolean
type Job = {
  lookForLinks(strapi: unknown, since: Date | null): Promise<void>
  tryDueLinks(strapi: unknown, limit: number, isAllowed: Allow): Promise<void>
}
type Probe = {
  isPublicAddress(address: string): boolean
  probe(url: string, isAllowed?: Allow): Promise<{ result: string; status: number | null }>
}
const require = createRequire(import.meta.url)
const compiled = (file: string) => require(path.resolve(import.meta.dirname, '../dist/src/jobs/check-links', file))

let cms: TestCms
let server: http.Server
let base: string
const asked: string[] = []
const anyAddress = () => true

beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    const [, status, rest] = /^\/(\d+)(\/.*)?$/.exec(pathname) ?? ['', '200']
    if (rest === '/get-only' && request.method === 'HEAD') response.writeHead(405)
    else if (status === '302')
      response.writeHead(302, { location: rest === '/inside' ? 'http://127.0.0.2:9/' : '/200/moved' })
    else response.writeHead(Number(status))
    response.end('x')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  cms = await startCms()
  await createColumn(cms)
})
afterAll(async () => {
  await cms.stop()
  server.close()
})
beforeEach(() => {
  asked.length = 0
})

const table = () => cms.strapi.db.connection('checked_links')
const stateOf = async (url: string) => (await table().where({ url }).first())?.state

describe('asking', () => {
  const { isPublicAddress, probe } = new Proxy({} as Probe, { get: (_none, name) => compiled('probe.js')[name] })

  it.each([
    ['/200', 'ok', 200],
    ['/200/get-only', 'ok', 200],
    ['/302', 'ok', 200],
    ['/403', 'ok', 403],
    ['/404', 'gone', 404],
    ['/410', 'gone', 410],
    ['/503', 'failed', 503],
  ])('%s is %s', async (pathname, result, status) => {
    expect(await probe(base + pathname, anyAddress)).toEqual({ result, status })
  })

  it('asks for the head first, and for the page when the head says no', async () => {
    await probe(`${base}/200`, anyAddress)
    await probe(`${base}/404`, anyAddress)
    expect(asked).toEqual(['HEAD /200', 'HEAD /404', 'GET /404'])
  })

  it('never asks inside the house, also when it is sent there', async () => {
    expect(await probe(`${base}/200`)).toMatchObject({ result: 'forbidden' })
    expect(await probe('http://localhost:1/')).toMatchObject({ result: 'forbidden' })
    expect(asked).toEqual([])
    const onlyServer = (address: string) => address === '127.0.0.1'
    expect(await probe(`${base}/302/inside`, onlyServer)).toMatchObject({ result: 'forbidden' })
    expect(await probe('ftp://x.example/')).toMatchObject({ result: 'forbidden' })
  })

  it('says that nobody answers', async () => {
    expect(await probe('http://127.0.0.1:1/', anyAddress)).toEqual({ result: 'failed', status: null })
  })

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['::1', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'nothing'],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('the job', () => {
  const { lookForLinks, tryDueLinks } = new Proxy({} as Job, { get: (_none, name) => compiled('index.js')[name] })

  it('finds links in drafts and in what is public, and tries each once', async () => {
    await createDraft(cms, {
      body: `[甲](${base}/200/a) [乙](${base}/404/b) [站内](http://portal.example/x/) [又](${base}/200/a)`,
    })
    await createPublished(cms, { body: `[丙](${base}/503/c)`, reprintUrl: `${base}/410/d` })
    await lookForLinks(cms.strapi, null)
    expect(await table().count({ count: '*' }).first()).toMatchObject({ count: expect.anything() })
    expect((await table().select('url')).map(({ url }) => url.replace(base, '')).sort()).toEqual([
      ...['/200/a', '/404/b', '/410/d', '/503/c'],
    ])
    await tryDueLinks(cms.strapi, 10, anyAddress)
    expect(await Promise.all(['/200/a', '/404/b', '/410/d', '/503/c'].map((one) => stateOf(base + one)))).toEqual([
      ...['ok', 'dead', 'dead', 'unknown'],
    ])
    asked.length = 0
    await tryDueLinks(cms.strapi, 10, anyAddress)
    expect(asked).toEqual([])
  })

  it('sees what was saved since', async () => {
    const before = new Date()
    await createDraft(cms, { body: `[新](${base}/200/new)` })
    await lookForLinks(cms.strapi, before)
    expect(await stateOf(`${base}/200/new`)).toBe('unknown')
  })

  it('lets two instances share the work', async () => {
    await table().update({ next_check_at_ms: 0 })
    asked.length = 0
    await Promise.all([tryDueLinks(cms.strapi, 10, anyAddress), tryDueLinks(cms.strapi, 10, anyAddress)])
    expect(asked.filter((one) => one.startsWith('HEAD /200/a'))).toHaveLength(1)
  })

  it('tells the editor, and queues what it has not tried', async () => {
    const editor = await logInDesk(cms, 'strapi-editor')
    const values = { body: `[乙](${base}/404/b) [未](${base}/404/later)` }
    const ask = async () => {
      const { body } = await send(cms, 'POST', '/admin/checks/documents/api::article.article', { values }, editor)
      const { findings } = body.data as { findings: { code: string; place: { quote: string } }[] }
      return findings.filter(({ code }) => code === 'LINK_DEAD').map(({ place }) => place.quote)
    }
    expect(await ask()).toEqual([`[乙](${base}/404/b)`])
    await tryDueLinks(cms.strapi, 10, anyAddress)
    expect(await ask()).toEqual([`[乙](${base}/404/b)`, `[未](${base}/404/later)`])
  })
})
