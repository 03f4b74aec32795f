/** Over HTTP, with a stand-in for the compiled app that says what it was given. */
import fs from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createServer } from '../app.ts'
import { BURST } from './caller.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
let app: FastifyInstance
const APP = `export const render = async (address, _database, { search }) => {
  if (search.asked.q === '坏') throw new Error('made to fail')
  return { body: new TextEncoder().encode(search.asked.q === '样式' ? '<link href="/_astro/old.css"><link href="/_astro/new.css">' : JSON.stringify({ address, total: search.found?.total, problem: search.problem })) }
}`

const start = (readModelPath: string, distDir: string) => {
  const folder = path.dirname(world.path)
  const liveDir = path.join(folder, 'live')
  return createServer({
    ...{
      cmsUrl: 'http://127.0.0.1:9',
      siteUrl: 'https://dj.example.edu.cn',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      liveDir,
    },
    search: {
      liveDir,
      readModelPath,
      indexPath: path.join(folder, 'index.sqlite'),
      distDir,
      logLevel: 'silent',
      limitMs: 5000,
    },
  })
}
const readers = (function* () {
  for (let n = 1; ; n += 1) yield `10.0.${n >> 8}.${n & 255}`
})()
const get = (url: string, from = readers.next().value) =>
  app.inject({ url, headers: { 'x-forwarded-for': from }, remoteAddress: '127.0.0.1' })
const q = encodeURIComponent

beforeAll(async () => {
  world = openWorld()
  const distDir = path.join(path.dirname(world.path), 'dist')
  fs.mkdirSync(path.join(distDir, 'server'), { recursive: true })
  fs.writeFileSync(path.join(distDir, 'server', 'entry.mjs'), APP)
  world.put('column', 'news')
  world.put('article', 'a', { title: '党费收缴通知', body: '正文。' })
  world.put('tag', 't', { name: '党费专题' })
  app = await start(world.path, distDir)
  await app.ready()
  await vi.waitFor(async () => expect((await get('/search/suggest?q=x')).statusCode).toBe(200), { timeout: 20_000 })
}, 30_000)
afterAll(async () => {
  await app.close()
  world.close()
})

describe('a search over HTTP', () => {
  it('is a page that nobody keeps and no engine lists', async () => {
    const answer = await get(`/search/?q=${q('黨費')}`)
    expect([answer.statusCode, answer.json()]).toEqual([200, { address: '/search/', total: 1, problem: null }])
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
  })

  it('finds what was published a moment ago, and not what was taken down', async () => {
    world.put('article', 'b', { title: '盾构机', body: '刀盘' })
    await vi.waitFor(async () => expect((await get(`/search/?q=${q('刀盘')}`)).json().total).toBe(1))
    world.database.exec("DELETE FROM documents WHERE document_id = 'b'")
    await vi.waitFor(async () => expect((await get(`/search/?q=${q('刀盘')}`)).json().total).toBe(0))
  })

  it.each([
    ['党'.repeat(101), 'QUERY_TOO_LONG'],
    ['一 二 三 四 五 六 七 八 九 十 百', 'TOO_MANY_WORDS'],
  ])('refuses %s in a page, with %s', async (typed, code) => {
    const answer = await get(`/search/?q=${q(typed)}`)
    expect([answer.statusCode, answer.json().problem.code]).toEqual([400, code])
  })

  it('suggests titles and tags', async () => {
    const { data } = (await get(`/search/suggest?q=${q('党费')}`)).json()
    expect(data).toEqual([
      { text: '党费收缴通知', note: '', href: '/news/a/' },
      { text: '党费专题', note: '标签', href: `/search/?q=${q('党费专题')}` },
    ])
    expect((await get('/search/suggest')).json()).toEqual({ data: [] })
    expect((await get(`/search/suggest?q=${'x'.repeat(500)}`)).json()).toEqual({ data: [] })
  })

  it('says in Chinese that one asks too often, and answers the others', async () => {
    const often = (url: string) => Array.from({ length: BURST }, () => get(url, '10.9.9.9'))
    const answers = await Promise.all([...often('/search/suggest?q=x'), ...often('/search/?q=x')])
    const refused = answers.filter(({ statusCode }) => statusCode === 429)
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThanOrEqual(BURST)
    expect(refused.at(-1)?.headers['retry-after']).toBe('5')
    expect(refused.at(-1)?.body).toContain('请过几秒再试')
    const suggestions = await Promise.all([...often('/search/suggest?q=x'), ...often('/search/suggest?q=x')])
    const error = suggestions.find(({ statusCode }) => statusCode === 429)?.json().error
    expect(error).toMatchObject({ details: { code: 'TOO_MANY_REQUESTS' }, message: expect.stringContaining('频繁') })
    expect((await get('/search/?q=x')).statusCode).toBe(200)
  })

  it('shows the page with styles of its own build where the tree is older', async () => {
    const assets = path.join(path.dirname(world.path), 'live', '_astro')
    fs.mkdirSync(assets, { recursive: true })
    fs.writeFileSync(path.join(assets, 'old.css'), '')
    const { body } = await get(`/search/?q=${q('样式')}`)
    expect(body).toBe('<link href="/_astro/old.css"><link href="/preview/_astro/new.css">')
  })

  it('says so when a page fails, and goes on', async () => {
    const answer = await get(`/search/?q=${q('坏')}`)
    expect([answer.statusCode, answer.body]).toEqual([500, expect.stringContaining('请稍后再试')])
    expect((await get(`/search/?q=${q('党费')}`)).statusCode).toBe(200)
  })

  it('says so while there is no index', async () => {
    const early = await start(path.join(path.dirname(world.path), 'nothing.sqlite'), 'nowhere')
    const page = await early.inject({ url: '/search/?q=x' })
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '10'])
    expect(page.body).toContain('搜索正在准备')
    const suggestions = await early.inject({ url: '/search/suggest?q=x' })
    expect(suggestions.json().error.details).toEqual({ code: 'SEARCH_NOT_READY' })
    await early.close()
  }, 30_000)
})
