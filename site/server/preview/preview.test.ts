/** The portal's server with previews: what a link shows, to whom, and what it leaves alone. */
import { createHmac } from 'node:crypto'
import fs from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type Scratch, scratchReadModel } from '../../src/content/testing/builders.ts'
import { createServer } from '../app.ts'
import type { Arrangement } from './arrangement.ts'

const SECRET = 'preview-secret-of-the-test'
const TOKEN = 'publication-token-of-the-test'
const DESK = 'http://desk.example:1337'

/** Stands in for the compiled app: the title of the post at the address, or an endless render. */
const APP = `
export const render = async (address, database) => {
  const row = database.prepare('SELECT json FROM documents WHERE slug = ?').get(address.split('/').at(-2))
  const { title } = row ? JSON.parse(row.json) : {}
  if (title === 'endless') for (;;);
  if (title === 'broken') throw new Error('broken page')
  const html = '<html><head><link rel="stylesheet" href="/_astro/site.css"></head><body><a class="skip" href="#main">跳</a><h1>' + title + '</h1></body></html>'
  return { status: row ? 200 : 404, body: new TextEncoder().encode(html) }
}`

let scratch: Scratch
let folder: string
let cms: http.Server
let app: Awaited<ReturnType<typeof createServer>>
let opens: Arrangement
let asked: { url: string | undefined; authorization: string | undefined; body: string }[]

const upstream = http.createServer(async (request, response) => {
  const body = (await request.toArray()).join('')
  asked.push({ url: request.url, authorization: request.headers.authorization, body })
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: opens }))
})

function signed(change: object = {}, secret = SECRET): string {
  const grant = { kind: 'article', documentId: 'draft', status: 'draft', expires: Date.now() + 60_000, ...change }
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url')
  return `${payload}.${createHmac('sha256', secret).update(`preview-link-1.${payload}`).digest('base64url')}`
}

const get = (url: string) => app.inject({ method: 'GET', url })
const show = (link: string) => get(`/preview/?link=${link}`)

const draft = (title: string): Arrangement => ({
  shows: 'draft',
  documents: [{ kind: 'article', document: build('article', 'draft', { title }) }],
  target: { kind: 'article', documentId: 'draft' },
  notes: [],
})

beforeAll(async () => {
  scratch = scratchReadModel()
  scratch.put('column', 'news')
  folder = path.dirname(scratch.path)
  const distDir = path.join(folder, 'dist')
  await fs.mkdir(path.join(distDir, 'server'), { recursive: true })
  await fs.mkdir(path.join(distDir, 'client', '_astro'), { recursive: true })
  await fs.writeFile(path.join(distDir, 'server', 'entry.mjs'), APP)
  await fs.writeFile(path.join(distDir, 'client', '_astro', 'site.css'), 'body{}')
  cms = upstream.listen(0, '127.0.0.1')
  await new Promise((resolve) => cms.once('listening', resolve))
  const cmsUrl = `http://127.0.0.1:${(cms.address() as AddressInfo).port}`
  app = await createServer({
    ...{
      cmsUrl,
      siteUrl: 'http://localhost:4321',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      liveDir: path.join(folder, 'live'),
    },
    preview: {
      ...{ cmsUrl, publicationToken: TOKEN, previewSecret: SECRET, deskOrigins: [DESK] },
      ...{ readModelPath: scratch.path, distDir, limitMs: 2000 },
    },
  })
  asked = []
})
afterAll(async () => {
  await app.close()
  cms.close()
  scratch.database.close()
  await fs.rm(folder, { recursive: true })
})

describe('a preview', () => {
  it('shows the draft as its page, marked as a preview, without a live tree', async () => {
    opens = { ...draft('桥隧夜课'), notes: ['还没有填写：<正文>。'] }
    const { statusCode, body } = await show(signed({ expires: Date.parse('2099-11-24T07:42:00Z') }))
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>桥隧夜课</h1>')
    expect(body).toMatch(/草稿预览 · 不是正式页面 · 有效至 15:42.*还没有填写：&lt;正文&gt;。/)
  })

  it('asks the CMS with its token and the link', async () => {
    opens = draft('题')
    const link = signed()
    asked = []
    await show(link)
    expect(asked).toEqual([
      { url: '/api/preview/document', authorization: `Bearer ${TOKEN}`, body: JSON.stringify({ link }) },
    ])
  })

  it('is kept by nobody, found by nobody, framed by the desk alone', async () => {
    opens = draft('题')
    for (const link of [signed(), signed({ expires: 1 }), 'x.y']) {
      const { headers, body } = await show(link)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'no-referrer',
      })
      expect(headers['content-security-policy']).toMatch(new RegExp(`frame-ancestors ${DESK}$`))
      expect(headers['x-frame-options']).toBeUndefined()
      expect(body).toContain('<meta name="robots" content="noindex, nofollow">')
    }
  })

  it('brings its own assets and lets links leave the frame', async () => {
    opens = draft('题')
    const { body } = await show(signed())
    const [, styles] = /href="(\/preview\/_astro\/[^"]+)"/.exec(body) ?? []
    expect((await get(String(styles))).statusCode).toBe(200)
    expect((await get('/preview/preview.css')).headers['content-type']).toBe('text/css; charset=utf-8')
    expect(body).toContain('<base target="_blank">')
    expect(body).toContain('<a target="_self" class="skip" href="#main">')
  })

  it('stores nothing', async () => {
    opens = draft('题')
    await show(signed())
    expect(scratch.database.prepare("SELECT * FROM documents WHERE kind = 'article'").all()).toEqual([])
    await expect(fs.stat(path.join(folder, 'live'))).rejects.toThrow()
  })
})

describe('a refused link', () => {
  it('says that it has expired, and what to do', async () => {
    const { statusCode, body } = await show(signed({ expires: Date.now() - 1 }))
    expect(statusCode).toBe(410)
    expect(body).toMatch(/链接已过期.*打开预览/)
  })

  it.each([
    ['of another secret', () => signed({}, 'another-secret-altogether')],
    ['with another document', () => `${signed({ documentId: 'other' }).split('.')[0]}.${signed().split('.')[1]}`],
    ['without a signature', () => signed().split('.')[0] ?? ''],
    ['with one letter more', () => `${signed()}A`],
  ])('%s opens nothing and asks nobody', async (_name, link) => {
    asked = []
    const { statusCode, body } = await show(link())
    expect(statusCode).toBe(403)
    expect(body).toContain('链接无效')
    expect(asked).toEqual([])
  })

  it.each(['/preview/', '/preview', '/preview/a/', '/preview/?link='])('%s is no link at all', async (url) => {
    // there is no live tree, and with it no page of its own for what is not found
    expect([404, 503]).toContain((await get(url)).statusCode)
  })
})

describe('what can go wrong', () => {
  it('a page that cannot be rendered is said to be so', async () => {
    opens = draft('broken')
    const { statusCode, body } = await show(signed())
    expect([statusCode, body]).toEqual([500, expect.stringContaining('显示不出来')])
  })

  it('a draft without a page says why', async () => {
    opens = { shows: 'saved', documents: [], target: null, notes: ['门户还没有“党建链接”栏目。'] }
    expect((await show(signed())).body).toContain('门户还没有“党建链接”栏目。')
  })

  it('a page that never ends is cut off; the publisher goes on meanwhile, and so do previews', async () => {
    opens = draft('endless')
    const endless = show(signed())
    scratch.put('article', 'published')
    const { statusCode, body } = await endless
    expect([statusCode, body]).toEqual([500, expect.stringContaining('太慢')])
    opens = draft('后来')
    expect((await show(signed())).body).toContain('后来')
  })

  it('a CMS that is away is named', async () => {
    await new Promise((resolve) => cms.close(resolve))
    const { statusCode, body } = await show(signed())
    expect([statusCode, body]).toEqual([503, expect.stringContaining('内容服务没有响应')])
  })
})
