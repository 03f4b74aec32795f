/** The compiled app over a small portal: every page that must exist, whole. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as buildApp } from 'astro'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cardsAt, filesOf } from '../publisher/cards/cards-at.ts'
import { allAddresses } from '../src/content/addresses.ts'
import { minute, type Scratch, scratchReadModel } from '../src/content/testing/builders.ts'
import type { RenderedPage } from './entry.ts'

const root = new URL('..', import.meta.url).pathname
let outDir: string
let scratch: Scratch
let app: { render: (url: string) => Promise<RenderedPage>; close: () => void }

const text = (page: RenderedPage) => new TextDecoder().decode(page.body)

const fill = () => {
  const { put } = scratch
  put('site-setting', 'site', { leads: ['n3'], icpNumber: '陕ICP备00000000号-1' })
  const columns = [
    ['news', 'article', 'portal'],
    ['notices', 'article', 'portal'],
    ['policies', 'policy', 'dynamics'],
    ['lessons', 'lesson', 'vanguard'],
    ['speeches', 'speech', 'vanguard'],
    ['microblog', 'micropost', 'vanguard'],
    ['representatives', 'representative', 'vanguard'],
    ['dues', 'guide', 'organization'],
    ['letters', 'guide', 'ideas'],
    ['contact', 'contact', 'ideas'],
    ['links', 'link', 'ideas'],
  ] as const
  for (const [order, [slug, kind, module]] of columns.entries()) put('column', slug, { slug, kind, module, order })
  put('column', 'notices', { order: 1, formerSlugs: [{ slug: 'announcements', leftAt: minute(1) }] })
  for (let n = 1; n <= 11; n += 1)
    put('article', `n${n}`, { displayDate: minute(n), subtitle: '副题', representative: 'r', related: ['n1', 'gone'] })
  put('article', 'pinned', { column: 'notices', pinnedUntil: '2999-01-01T00:00:00Z', tags: ['t'] })
  put('article', 'hostile', {
    column: 'notices',
    title: '<script>alert(1)</script>"onclick="x',
    summary: '</p><img src=x onerror=alert(1)>',
    body: '<script>alert(1)</script>\n\n[甲](javascript:alert(1)) [乙](/go/article/n1) [丙](/go/article/gone)',
    reprintUrl: 'javascript:alert(1)',
  })
  put('tag', 't')
  put('policy', 'old', { validity: 'repealed', displayDate: minute(1) })
  put('policy', 'new', {
    replaces: ['old'],
    interpretation: '## 解读\n\n文',
    history: '甲\n乙',
    displayDate: minute(2),
  })
  put('topic', 'topic')
  put('lesson', 'lesson', { topic: 'topic', durationSeconds: 1930, transcript: '文字稿' })
  put('lesson', 'lesson2', { topic: 'topic' })
  put('speech', 'speech', { formerAddresses: [{ column: 'news', slug: 'talk', leftAt: minute(1) }] })
  put('micropost', 'micropost')
  put('representative', 'r', { receptionTime: '每周四' })
  put('page', 'guide', { column: 'dues', body: '## 一\n\n## 二\n\n## 三' })
  put('page', 'privacy', { formerAddresses: [{ column: null, slug: 'secrecy', leftAt: minute(1) }] })
  put('contact', 'contact', {
    offices: [{ name: '组织部', duty: null, place: null, phone: '029-0000转1', email: null }],
  })
  put('link-group', 'g')
  put('link', 'l', { group: 'g' })
  put('link', 'bad', { url: 'javascript:alert(1)' })
}

beforeAll(async () => {
  scratch = scratchReadModel()
  fill()
  // The app takes its packages from the node_modules above it.
  mkdirSync(join(root, '.tmp'), { recursive: true })
  outDir = mkdtempSync(join(root, '.tmp/app-'))
  await buildApp({ root, outDir, logLevel: 'error', vite: { logLevel: 'error' } })
  vi.stubEnv('READ_MODEL', scratch.path)
  vi.stubEnv('SITE_URL', 'https://dj.example.edu.cn')
  app = await import(pathToFileURL(join(outDir, 'server/entry.mjs')).href)
}, 120_000)

afterAll(() => {
  app?.close()
  rmSync(outDir, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

describe('the compiled app', () => {
  it('renders every address that exists, each page whole and without scripts', async () => {
    const addresses = new Set(allAddresses(scratch.database))
    for (const address of addresses) {
      const page = await app.render(address)
      const body = text(page)
      expect(page.status, address).toBe(address === '/404/' ? 404 : 200)
      if (address !== '/robots.txt') expect(page.reads, address).toContain('columns')
      if (body.includes('data-redirect')) continue
      if (!address.endsWith('/')) {
        expect(page.contentType, address).toMatch(/xml|feed\+json|x-opml|plain/)
        continue
      }
      expect(page.contentType, address).toMatch(/^text\/html/)
      expect(body.match(/<h1[\s>]/g), `h1 of ${address}`).toHaveLength(1)
      const [data, ...more] = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
      expect(more, `data of ${address}`).toEqual([])
      expect(JSON.parse(data?.[1] ?? '{}'), address).toBeTypeOf('object')
      const tags = (
        body.replace('<script type="application/ld+json">', '').match(/<[a-z](?:"[^"]*"|[^">])*>/gi) ?? []
      ).join('\n')
      expect(tags, address).not.toMatch(/\s(?:href|src)="\s*javascript:/i)
      expect(tags.replaceAll(/="[^"]*"/g, ''), address).not.toMatch(/<script|<style|\sstyle[\s=>]|\son\w+/i)
      expect(body, address).toMatch(/<link rel="stylesheet" href="\/_astro\/[^"]+\.css">/)
      for (const [, target = ''] of body.matchAll(/href="(\/(?!_astro\/|uploads\/|favicon)[^"#]*)/g))
        expect(addresses, `${address} links to ${target}`).toContain(target)
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, `ids of ${address}`).toBe(ids.length)
      for (const [, target = ''] of body.matchAll(/href="#([^"]+)"/g))
        expect(ids, `${address} links to #${target}`).toContain(target)
    }
  })

  it.each([
    '/nowhere/',
    '/news/nothing/',
    '/news/p/4/',
    '/news/p/0/',
    '/news/p/01/',
    '/dues/p/1/',
    '/pages/none/',
    '/dues/rss.xml',
  ])('%s does not exist', async (address) => {
    expect((await app.render(address)).status).toBe(404)
  })

  it.each([
    ['/news/talk/', '/speeches/speech/'],
    ['/announcements/', '/notices/'],
    ['/announcements/p/1/', '/notices/p/1/'],
    ['/announcements/pinned/', '/notices/pinned/'],
    ['/pages/secrecy/', '/pages/privacy/'],
  ])('%s leads to %s', async (address, target) => {
    const { status, contentType, body } = await app.render(address)
    expect(status).toBe(200)
    expect(contentType).toMatch(/^text\/html/)
    const html = new TextDecoder().decode(body)
    expect(html.slice(0, 512)).toContain(`<html lang="zh-CN" data-redirect="${target}">`)
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`)
    expect(html).toContain(`<link rel="canonical" href="https://dj.example.edu.cn${target}">`)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain(`<a href="${target}">`)
  })

  it('lists in the sitemap every page that may be found, and no other', async () => {
    const listed: string[] = []
    const mapped: string[] = []
    for (const address of new Set(allAddresses(scratch.database))) {
      const body = text(await app.render(address))
      if (address.startsWith('/sitemaps/'))
        mapped.push(...[...body.matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url).pathname))
      if (address.endsWith('/') && !body.includes('<meta name="robots" content="noindex">')) listed.push(address)
    }
    expect(mapped.toSorted()).toEqual(listed.toSorted())
    expect(mapped).not.toContain('/404/')
  })

  it('names the cards that the publisher draws, and no others', async () => {
    const named = new Set<string>()
    const drawn = new Set<string>()
    for (const address of new Set(allAddresses(scratch.database))) {
      const body = text(await app.render(address))
      for (const [, file = ''] of body.matchAll(/\/cards\/([\w.-]+)/g)) named.add(file)
      const cards = await cardsAt(scratch.database, address)
      for (const { file } of cards ? filesOf(cards) : []) drawn.add(file)
    }
    expect([...drawn].toSorted()).toEqual([...named].toSorted())
  })

  it('serves the feed of a renamed column where it stood', async () => {
    const [before, after] = await Promise.all([app.render('/announcements/rss.xml'), app.render('/notices/rss.xml')])
    expect(text(before as RenderedPage)).toBe(text(after as RenderedPage))
  })

  it('says until when a page holds that shows pinned posts', async () => {
    expect((await app.render('/notices/')).staleAt).toBe('2999-01-01T00:00:00.000Z')
    expect((await app.render('/')).staleAt).toBe('2999-01-01T00:00:00.000Z')
    expect((await app.render('/news/')).staleAt).toBeNull()
  })

  it('takes the public address when it renders', async () => {
    expect(text(await app.render('/news/'))).toContain('<link rel="canonical" href="https://dj.example.edu.cn/news/">')
    vi.stubEnv('SITE_URL', 'https://other.example.edu.cn')
    expect(text(await app.render('/news/'))).toContain('https://other.example.edu.cn/news/')
    vi.stubEnv('SITE_URL', 'https://dj.example.edu.cn')
  })

  it('keeps the reads of pages apart that render at the same time', async () => {
    const [front, archive] = await Promise.all([app.render('/news/'), app.render('/notices/p/1/')])
    expect(front?.reads).toContain('column:news:front')
    expect(front?.reads).not.toContain('column:notices:page:1')
    expect(archive?.reads).not.toContain('column:news:front')
  })

  it('shows what every post must show', async () => {
    const body = text(await app.render('/news/n1/'))
    for (const fact of ['来源：党委宣传部', '责任编辑：韩知秋', '发布时间：', '2026-01-01 08:01', '下一篇'])
      expect(body).toContain(fact)
  })

  it('shows the versions of a text on both of them', async () => {
    for (const address of ['/policies/old/', '/policies/new/']) {
      const body = text(await app.render(address))
      expect(body).toContain('版本沿革')
      expect(body).toContain(address === '/policies/old/' ? 'href="/policies/new/"' : 'href="/policies/old/"')
    }
  })

  it('links a full archive page forward, the last one to the front', async () => {
    expect(text(await app.render('/news/p/1/'))).toContain('href="/news/p/2/"')
    const last = text(await app.render('/news/p/3/'))
    expect(last).not.toContain('href="/news/p/4/"')
    expect(last).toContain('最新的内容')
  })

  it('escapes what people wrote', async () => {
    const body = text(await app.render('/notices/hostile/'))
    expect(body).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(body).toContain('<a href="/news/n1/">乙</a>')
    expect(body).toMatch(/ 丙</)
  })

  it('says why a page failed', async () => {
    scratch.database.prepare("UPDATE documents SET json = '{}' WHERE kind = 'article' AND document_id = 'n2'").run()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(app.render('/news/n2/')).rejects.toThrow(/title/)
    logged.mockRestore()
  })
})
