/** The compiled app over a small portal: every page that must exist, whole. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cardsAt, filesOf } from '../publisher/cards/cards-at.ts'
import { allAddresses } from '../src/content/addresses.ts'
import { minute } from '../src/content/testing/builders.ts'
import type { RenderedPage } from './entry.ts'
import { openSmallPortal, type SmallPortal } from './testing/small-portal.ts'

let portal: SmallPortal
const app = { render: (...asked: Parameters<SmallPortal['render']>) => portal.render(...asked) }

const text = (page: RenderedPage) => new TextDecoder().decode(page.body)

beforeAll(async () => {
  portal = await openSmallPortal(vi.stubEnv)
}, 120_000)

afterAll(() => {
  portal?.close()
  vi.unstubAllEnvs()
})

describe('the compiled app', () => {
  it('renders every address that exists, each page whole and without inline scripts or styles', async () => {
    const addresses = new Set(allAddresses(portal.scratch.database))
    for (const address of addresses) {
      const page = await app.render(address)
      const body = text(page)
      expect(page.status, address).toBe(address === '/404/' ? 404 : 200)
      if (address !== '/mourning.css' && address !== '/robots.txt') expect(page.reads, address).toContain('columns')
      if (body.includes('data-redirect')) continue
      if (!address.endsWith('/')) {
        expect(page.contentType, address).toMatch(/xml|css|feed\+json|manifest|javascript|x-opml|plain/)
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
      const foreign = tags.replaceAll(
        /<script (?:type="module"|defer)? ?src="\/_astro\/[^"]+\.js"(?: data-src="\/_astro\/[^"]+\.js")?>/g,
        '',
      )
      expect(foreign.replaceAll(/="[^"]*"/g, ''), address).not.toMatch(/<script|<style|\sstyle[\s=>]|\son\w+/i)
      expect(body, address).toMatch(/<link rel="stylesheet" href="\/_astro\/[^"]+\.css">/)
      for (const [, target = ''] of body.matchAll(/href="(\/(?!_astro\/|uploads\/|icons\/|qr\/|favicon)[^"#?]*)/g))
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
    for (const address of new Set(allAddresses(portal.scratch.database))) {
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
    for (const address of new Set(allAddresses(portal.scratch.database))) {
      const body = text(await app.render(address))
      for (const [, file = ''] of body.matchAll(/\/cards\/([\w.-]+)/g)) named.add(file)
      const cards = await cardsAt(portal.scratch.database, address)
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

  it('turns grey by one small file alone, which says when it changes', async () => {
    const show = async () => {
      const { contentType, reads, staleAt, body } = await app.render('/mourning.css')
      return { contentType, reads, staleAt, css: new TextDecoder().decode(body) }
    }
    const always = { contentType: 'text/css; charset=utf-8', reads: ['mourning'] }
    expect(await show()).toEqual({ ...always, staleAt: null, css: '/* */\n' })
    const times = { greyFrom: '2998-12-13T00:00:00.000Z', greyUntil: '2998-12-14T00:00:00.000Z' }
    portal.scratch.put('site-setting', 'site', { ...times, greyScope: 'homePage' })
    expect(await show()).toMatchObject({ staleAt: times.greyFrom, css: '/* */\n' })
    vi.stubEnv('PORTAL_NOW', times.greyFrom)
    expect(await show()).toMatchObject({ staleAt: times.greyUntil, css: expect.stringContaining('html[data-home]{') })
    portal.scratch.put('site-setting', 'site', times)
    expect(await show()).toMatchObject({ css: expect.stringMatching(/^html\{.*;filter:grayscale\(1\)\}/) })
    vi.stubEnv('PORTAL_NOW', times.greyUntil)
    expect(await show()).toEqual({ ...always, staleAt: null, css: '/* */\n' })
    vi.stubEnv('PORTAL_NOW', '')
    expect(text(await app.render('/'))).toContain('data-home')
    expect(text(await app.render('/news/'))).not.toContain('data-home')
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

  it('shows what was found', async () => {
    const asked = { q: '<b>', filters: { year: '2026' }, sort: 'rank' as const, page: 2 }
    const none = { module: [], column: [], year: [{ value: '2026', name: '2026 年', count: 21 }], validity: [] }
    const hit = {
      ...{ address: '/news/n1/', place: '要闻', number: [], date: minute(1), validity: null },
      title: [{ text: '<i>文</i>', isHit: true }],
      excerpt: [
        { text: '一', isHit: false },
        { text: '<b>', isHit: true },
      ],
    }
    const search = { asked, found: { asked, total: 21, hits: [hit], pages: 3, choices: none }, problem: null }
    const page = text(await app.render('/search/', portal.scratch.database, { search }))
    expect(page).toContain('找到 <b class="number">21</b> 条结果，第 2 页，共 3 页。')
    expect(page).toContain('<mark>&lt;i&gt;文&lt;/i&gt;</mark>')
    expect(page).toContain('一<mark>&lt;b&gt;</mark>')
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toContain('href="/search/?q=%3Cb%3E&amp;year=2026&amp;page=3" rel="next"')
    const problem = { code: 'QUERY_TOO_LONG', message: '搜索内容太长。' }
    const refused = text(
      await app.render('/search/', portal.scratch.database, { search: { asked, found: null, problem } }),
    )
    expect(refused).toMatch(/role="alert">.*搜索内容太长。/)
    expect(text(await app.render('/search/'))).toContain('怎么搜')
  })

  it('escapes what people wrote', async () => {
    const body = text(await app.render('/notices/hostile/'))
    expect(body).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(body).toContain('<a href="/news/n1/">乙</a>')
    expect(body).toMatch(/ 丙</)
  })

  it('says why a page failed', async () => {
    portal.scratch.database
      .prepare("UPDATE documents SET json = '{}' WHERE kind = 'article' AND document_id = 'n2'")
      .run()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(app.render('/news/n2/')).rejects.toThrow(/title/)
    logged.mockRestore()
  })
})
