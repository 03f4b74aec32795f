/** What programs find: feeds, sitemap, cards, data about pages. */
import fs from 'node:fs'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import sharp from 'sharp'
import { DeskApi } from './setup/desk-api.ts'
import { expect, test } from './setup/test.ts'

/** All cards of the sample are drawn one after another, beside everything else. */
const DRAWN = { intervals: [500], timeout: 120_000 }

const textOf = async (request: APIRequestContext, address: string) => {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  return response.text()
}
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)
const contentOf = (html: string, name: string) =>
  new RegExp(`<meta (?:[^>]*\\s)?(?:property|itemprop|name)="${name}"[^>]*?\\scontent="([^"]*)"`).exec(html)?.[1] ??
  null

async function sitemapOf(request: APIRequestContext): Promise<string[]> {
  const parts = locations(await textOf(request, '/sitemap.xml'))
  const pages = await Promise.all(parts.map(async (part) => locations(await textOf(request, part))))
  return pages.flat()
}

/** Addresses of all pages that search engines may show, from the files themselves. */
function listedPages(live: string): string[] {
  const files = fs.readdirSync(live, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('index.html'))
    .filter((file) => {
      const head = fs.readFileSync(path.join(live, file), 'utf8')
      return !head.includes('data-redirect=') && !head.includes('<meta name="robots" content="noindex">')
    })
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
}

test('every feed of the list can be read, and is not sent twice', async ({ request }) => {
  const opml = parseOpml(await textOf(request, '/feeds.opml'))
  const feeds = opml.body?.outlines?.flatMap(({ outlines = [] }) => outlines) ?? []
  expect(feeds.length).toBeGreaterThan(15)
  for (const { xmlUrl = '', title } of feeds) {
    expect(parseRssFeed(await textOf(request, xmlUrl)).title, xmlUrl).toBeTruthy()
    expect(parseAtomFeed(await textOf(request, xmlUrl.replace('rss.xml', 'atom.xml'))).id, title).toMatch(/^urn:uuid:/)
    expect(parseJsonFeed(await textOf(request, xmlUrl.replace('rss.xml', 'feed.json'))).title, title).toBeTruthy()
  }
  for (const address of ['/rss.xml', '/news/atom.xml', '/news/feed.json', '/feeds.opml', '/sitemap.xml']) {
    const { etag } = (await request.get(address)).headers()
    const again = await request.get(address, { headers: { 'if-none-match': String(etag) } })
    expect(again.status(), address).toBe(304)
  }
})

test('the feed of lessons can be listened to', async ({ request }) => {
  const feed = parseRssFeed(await textOf(request, '/lessons/rss.xml'))
  expect(feed.itunes).toMatchObject({ explicit: false, categories: [{ text: 'Education' }] })
  const recordings = feed.items?.flatMap(({ enclosures = [] }) => enclosures) ?? []
  expect(recordings.length).toBeGreaterThan(0)
  for (const { url, length, type } of recordings) {
    const { headers, status } = await request
      .fetch(url ?? '', { headers: { range: 'bytes=0-9' } })
      .then((response) => ({ headers: response.headers(), status: response.status() }))
    expect([status, headers['content-type']]).toEqual([206, type])
    // the media library keeps sizes in hundredths of a kilobyte
    const bytes = Number(headers['content-range']?.split('/')[1])
    expect(Math.abs(bytes - Number(length))).toBeLessThanOrEqual(5)
  }
})

test('a person who opens a feed in a browser is told what it is for', async ({ page }) => {
  await page.goto('/news/rss.xml')
  await page.getByText('怎样订阅').click()
  await expect(page.getByRole('heading', { level: 1, name: '订阅' })).toBeVisible()
  await expect(page.getByRole('link', { name: '全部订阅源（OPML 文件）' })).toBeVisible()
})

test('the sitemap has every page that may be found, and no other', async ({ request, system }) => {
  const desk = await DeskApi.logIn(request, system.deskUrl, system.accountOf('审核人'))
  await desk.create('article', {
    ...{ title: '还没有发布的稿件', slug: 'not-yet-published', body: '草稿。' },
    column: await desk.column('news'),
  })
  const urls = await sitemapOf(request)
  const live = fs.realpathSync(path.join(system.dataDir, 'site', 'live'))
  expect(urls.map((url) => new URL(url).pathname).toSorted()).toEqual(listedPages(live).toSorted())
  expect(urls.join()).not.toContain('not-yet-published')
  expect(urls.every((url) => url.startsWith(`${system.portalUrl}/`))).toBe(true)
})

test('programs find their way', async ({ request, system, page }) => {
  expect(await textOf(request, '/robots.txt')).toContain(`Sitemap: ${system.portalUrl}/sitemap.xml`)
  expect(await textOf(request, '/llms.txt')).toMatch(/^# .+\n\n> .+(?:.|\n)*\(http:\/\/[^)]+\/news\/\)/)
  await page.goto('/nowhere/')
  const main = page.getByRole('main')
  await main.getByRole('searchbox').fill('党课')
  await main.getByRole('button', { name: '搜索' }).click()
  await expect(page).toHaveURL(/\/search\/\?q=/)
})

test('each kind of page says what it is', async ({ page, request }) => {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  const kinds = {
    ...{ news: 'NewsArticle', policies: 'Legislation', lessons: 'Course', speeches: 'NewsArticle' },
    ...{ microblog: 'SocialMediaPosting', representatives: 'ProfilePage' },
  }
  for (const [column, type] of Object.entries(kinds)) {
    const [post = ''] = locations(await textOf(request, '/sitemaps/pages.xml')).filter((url) =>
      url.endsWith(`/${column}/`),
    )
    const feed = parseJsonFeed(await textOf(request, `${new URL(post).pathname}feed.json`))
    await page.goto(String(feed.items?.[0]?.url))
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    expect(data['@graph'].map((node: Record<string, string>) => node['@type'])).toEqual([type, 'BreadcrumbList'])
    const html = await page.content()
    for (const name of ['ArticleTitle', 'PubDate', 'ColumnName', 'SiteDomain', 'Url', 'og:title', 'og:image'])
      expect(contentOf(html, name), `${name} of ${column}`).toBeTruthy()
  }
  await page.goto('/')
  const home = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(home['@graph'][0].potentialAction['@type']).toBe('SearchAction')
  expect(problems).toEqual([])
})

test('every page has a card that shows something', async ({ request }) => {
  const feed = parseJsonFeed(await textOf(request, '/news/feed.json'))
  const pages = ['/', '/news/', '/feeds/', ...(feed.items ?? []).slice(0, 5).map(({ url }) => String(url))]
  for (const address of pages) {
    const html = await textOf(request, address)
    for (const [name, size] of [
      ['og:image', { width: 1200, height: 630 }],
      ['image', { width: 300, height: 300 }],
    ] as const) {
      const card = String(contentOf(html, name))
      await expect.poll(async () => (await request.get(card)).status(), DRAWN).toBe(200)
      const bytes = await (await request.get(card)).body()
      const { width, height } = await sharp(bytes).metadata()
      expect({ width, height }, card).toEqual(size)
      const { channels } = await sharp(bytes).stats()
      expect(Math.max(...channels.map(({ stdev }) => stdev)), `${card} is blank`).toBeGreaterThan(10)
    }
  }
})
