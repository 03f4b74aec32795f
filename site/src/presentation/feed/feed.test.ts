/** What feed readers make of our feeds, by three parsers that know nothing of each other. */
import { Readable } from 'node:stream'
import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser'
import FeedParser from 'feedparser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { FeedFormat } from '../../content/paths.ts'
import { minute, type Scratch, scratchReadModel } from '../../content/testing/builders.ts'
import { uuidUrn } from './atom.ts'
import { type FeedOf, gatheringFeed, sectionFeed, siteFeed } from './places.ts'
import { feedResponse } from './respond.ts'

const HOST = 'https://dj.example.edu.cn'
const UPDATED = '2026-11-20T02:00:00.000Z'
const file = {
  ...{ ext: '', size: 1234, width: null, height: null, alternativeText: null, caption: null },
  ...{ sources: [], focalPoint: null },
}
const audio = { ...file, url: '/uploads/a.mp3', name: 'a.mp3', mime: 'audio/mpeg' }
const video = { ...file, url: '/uploads/v.mp4', name: 'v.mp4', mime: 'video/mp4', size: 99 }

let scratch: Scratch

beforeEach(() => {
  vi.stubEnv('SITE_URL', HOST)
  scratch = scratchReadModel()
  scratch.put('column', 'news', { name: '党建要闻' })
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const read = async (of: () => FeedOf | null, format: FeedFormat) => {
  const { result, reads } = await scratch.read(() => feedResponse(of(), format))
  return { text: await result.text(), type: result.headers.get('content-type'), status: result.status, reads }
}
const ofNews = () => sectionFeed('news')

const byFeedparser = async (xml: string) => {
  const parser = Readable.from([xml]).pipe(new FeedParser({}))
  const items: FeedParser.Item[] = []
  for await (const item of parser) items.push(item as FeedParser.Item)
  return { meta: parser.meta, items }
}

/** The specification's own words, as a schema: what is not allowed there is refused. */
const author = z.strictObject({ name: z.string().optional(), url: z.url().optional(), avatar: z.url().optional() })
const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  language: z.literal('zh-CN'),
  authors: z.array(author).min(1),
  hubs: z.array(z.strictObject({ type: z.string(), url: z.url() })).optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      content_html: z.string(),
      summary: z.string().optional(),
      image: z.url().optional(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(author).optional(),
      tags: z.array(z.string()).optional(),
      attachments: z
        .array(
          z.strictObject({
            url: z.url(),
            mime_type: z.string(),
            size_in_bytes: z.number().int(),
            duration_in_seconds: z.number().optional(),
          }),
        )
        .optional(),
    }),
  ),
})

describe('a feed of a column', () => {
  beforeEach(() => {
    scratch.put('tag', 'study', { name: '理论学习 & 研讨' })
    scratch.put('article', 'a', {
      title: '“双带头人”<研讨> & 交流 ]]> 😀\u0000\u000b\ue000',
      summary: '摘要 ]]> <b>&',
      body: '见[昨天](/go/article/b)、[表](/uploads/a.docx)和[外站](https://example.org/?a=1&b=2)。[^1]\n\n![图](/uploads/a.png)\n\n正文\u0008\ud800后 ]]> &nbsp; 😀 \ue000\n\n[^1]: 注',
      author: '张晓岚',
      tags: ['study'],
      displayDate: minute(2),
      updatedAt: UPDATED,
    })
    scratch.put('article', 'b', { displayDate: minute(1), updatedAt: minute(1) })
  })

  const TITLE = '“双带头人”<研讨> & 交流 ]]> 😀\ue000'

  const expectContent = (html: string | null | undefined) => {
    const content = html ?? ''
    expect(content).toContain(`<a href="${HOST}/news/b/">昨天</a>`)
    expect(content).toContain(`src="${HOST}/uploads/a.png"`)
    expect(content).toContain(`href="${HOST}/news/a/#s-note-1"`)
    expect(content).toContain('href="https://example.org/?a=1&amp;b=2"')
    expect(content).toContain(']]&gt;')
    expect(content).toContain('😀 \ue000')
    expect(content).not.toMatch(/(?:href|src)="[/#]/)
  }

  it('is read by feedsmith in all forms', async () => {
    const rss = parseRssFeed((await read(ofNews, 'rss')).text)
    const [first, second] = rss.items ?? []
    expect(rss).toMatchObject({ title: '党建要闻－智慧党建', link: `${HOST}/news/`, language: 'zh-cn' })
    expect(rss.lastBuildDate).toBe(new Date(UPDATED).toUTCString())
    expect(rss.atom?.links).toEqual([{ href: `${HOST}/news/rss.xml`, rel: 'self', type: 'application/rss+xml' }])
    expect(first).toMatchObject({ title: TITLE, link: `${HOST}/news/a/`, description: '摘要 ]]> <b>&' })
    expect(first?.guid).toMatchObject({ value: 'article:a', isPermaLink: false })
    expect(first?.dc?.creators).toEqual(['张晓岚'])
    expect(first?.categories?.map(({ name }) => name)).toEqual(['理论学习 & 研讨'])
    expectContent(first?.content?.encoded)
    expect(second?.link).toBe(`${HOST}/news/b/`)

    const atom = parseAtomFeed((await read(ofNews, 'atom')).text)
    const [entry] = atom.entries ?? []
    expect(atom).toMatchObject({ updated: UPDATED, id: uuidUrn('feed:column:news') })
    expect(entry).toMatchObject({ id: uuidUrn('article:a'), published: minute(2), updated: UPDATED })
    expect(entry?.title?.value).toBe(TITLE)
    expectContent(entry?.content?.value)

    const json = parseJsonFeed((await read(ofNews, 'json')).text)
    expect(json).toMatchObject({ title: '党建要闻－智慧党建', feed_url: `${HOST}/news/feed.json` })
    expect(json.items?.[0]).toMatchObject({ id: 'article:a', title: TITLE })
    expectContent(json.items?.[0]?.content_html)
  })

  it.each(['rss', 'atom'] as const)('is read by @rowanmanning/feed-parser as %s', async (format) => {
    const feed = parseByRowan((await read(ofNews, format)).text)
    expect(feed).toMatchObject({
      title: '党建要闻－智慧党建',
      url: `${HOST}/news/`,
      self: `${HOST}/news/${format}.xml`,
    })
    const [first] = feed.items
    expect(first).toMatchObject({ title: TITLE, url: `${HOST}/news/a/` })
    expect(first?.published?.toISOString()).toBe(minute(2))
    // it decodes entities once more than it should
    expect(first?.content).toContain(`<a href="${HOST}/news/b/">昨天</a>`)
    expect(first?.content).toContain('正文后 ]]> ')
  })

  it.each(['rss', 'atom'] as const)('is read by feedparser as %s', async (format) => {
    const { meta, items } = await byFeedparser((await read(ofNews, format)).text)
    expect(meta).toMatchObject({ title: '党建要闻－智慧党建', xmlurl: `${HOST}/news/${format}.xml` })
    const [first] = items
    expect(first).toMatchObject({ title: TITLE, link: `${HOST}/news/a/`, author: '张晓岚' })
    expect(first?.categories).toEqual(['理论学习 & 研讨'])
    expectContent(first?.description)
  })

  it('is a JSON Feed as the specification has it', async () => {
    const { text, type } = await read(ofNews, 'json')
    expect(type).toBe('application/feed+json; charset=utf-8')
    expect(jsonFeedSchema.parse(JSON.parse(text)).items).toHaveLength(2)
  })

  it('depends on what it shows, and on nothing else of its column', async () => {
    const { reads } = await read(ofNews, 'rss')
    expect(reads).toEqual(expect.arrayContaining(['column:news:feed', 'doc:tag:study', 'address:article:b', 'columns']))
    expect(reads).not.toContain('column:news:front')
  })

  it('is the same bytes for the same content', async () => {
    expect((await read(ofNews, 'rss')).text).toBe((await read(ofNews, 'rss')).text)
  })

  it('knows a post again that moves or is written anew', async () => {
    const idsNow = async () => {
      const rss = parseRssFeed((await read(ofNews, 'rss')).text).items?.map(({ guid }) => guid?.value)
      const atom = parseAtomFeed((await read(ofNews, 'atom')).text).entries?.map(({ id }) => id)
      return { rss, atom }
    }
    const before = await idsNow()
    scratch.put('article', 'a', { slug: 'there', title: '改过', displayDate: minute(2), updatedAt: minute(9) })
    expect(await idsNow()).toEqual(before)
  })

  it('names the hub where there is one', async () => {
    vi.stubEnv('WEBSUB_HUB', 'https://hub.example.org/')
    expect(parseRssFeed((await read(ofNews, 'rss')).text).atom?.links).toContainEqual({
      href: 'https://hub.example.org/',
      rel: 'hub',
    })
    expect(JSON.parse((await read(ofNews, 'json')).text).hubs).toEqual([
      { type: 'WebSub', url: 'https://hub.example.org/' },
    ])
  })
})

describe('a feed without posts', () => {
  it('is valid in every form', async () => {
    const rss = await read(ofNews, 'rss')
    expect(rss.type).toBe('application/xml; charset=utf-8')
    expect(parseRssFeed(rss.text)).toMatchObject({ title: '党建要闻－智慧党建', link: `${HOST}/news/` })
    expect(parseAtomFeed((await read(ofNews, 'atom')).text).updated).toBe('1970-01-01T00:00:00.000Z')
    expect(jsonFeedSchema.parse(JSON.parse((await read(ofNews, 'json')).text)).items).toEqual([])
  })
})

describe('feeds of other places', () => {
  beforeEach(() => {
    scratch.put('tag', 't', { slug: 'study', name: '理论学习' })
    scratch.put('topic', 'o', { slug: 'charter', name: '学党章' })
    scratch.put('column', 'lessons', { kind: 'lesson', module: 'vanguard', name: '电教课堂' })
    scratch.put('column', 'away', { visible: false })
    scratch.put('article', 'a', { tags: ['t'], displayDate: minute(1) })
    scratch.put('article', 'hidden', { tags: ['t'], column: 'away', displayDate: minute(2) })
    scratch.put('lesson', 'l', { topic: 'o', tags: ['t'], displayDate: minute(3), audio, video, durationSeconds: 3723 })
  })
  const ids = async (of: () => FeedOf | null) =>
    parseRssFeed((await read(of, 'rss')).text).items?.map(({ guid }) => guid?.value)

  it.each<[string, () => FeedOf | null, string[]]>([
    ['the site', siteFeed, ['lesson:l', 'article:a']],
    ['a module', () => sectionFeed('vanguard'), ['lesson:l']],
    ['the first module, with news', () => sectionFeed('dynamics'), ['article:a']],
    ['a tag', () => gatheringFeed('tag', 'study'), ['lesson:l', 'article:a']],
    ['a topic', () => gatheringFeed('topic', 'charter'), ['lesson:l']],
  ])('%s', async (_name, of, expected) => {
    expect(await ids(of)).toEqual(expected)
  })

  it.each<[string, () => FeedOf | null]>([
    ['a hidden column', () => sectionFeed('away')],
    ['nothing', () => sectionFeed('nowhere')],
    ['an unknown tag', () => gatheringFeed('tag', 'nowhere')],
  ])('of %s there is none', async (_name, of) => {
    expect((await read(of, 'rss')).status).toBe(404)
  })

  it('carry the newest posts of a tag alone', async () => {
    for (let n = 0; n < 30; n += 1) scratch.put('article', `n${n}`, { tags: ['t'], displayDate: minute(10 + n) })
    const found = await ids(() => gatheringFeed('tag', 'study'))
    expect([found?.length, found?.[0], found?.at(-1)]).toEqual([20, 'article:n29', 'article:n10'])
  })

  it('of lessons are a podcast', async () => {
    scratch.put('contact', 'c', { email: 'zzb@example.edu.cn' })
    const feed = parseRssFeed((await read(() => sectionFeed('lessons'), 'rss')).text)
    expect(feed.itunes).toMatchObject({
      author: '陕西交通职业技术学院智慧党建',
      categories: [{ text: 'Education', categories: [{ text: 'Courses' }] }],
      explicit: false,
      owner: { email: 'zzb@example.edu.cn', name: '陕西交通职业技术学院智慧党建' },
      image: expect.stringMatching(/^https:\/\/dj\.example\.edu\.cn\/cards\/[0-9a-f]{16}-large\.png$/),
    })
    const [lesson] = feed.items ?? []
    expect(lesson?.enclosures).toEqual([{ url: `${HOST}/uploads/a.mp3`, length: 1234, type: 'audio/mpeg' }])
    expect(lesson?.itunes).toMatchObject({ duration: 3723, explicit: false })
    const [item] = jsonFeedSchema.parse(JSON.parse((await read(() => sectionFeed('lessons'), 'json')).text)).items
    expect(item?.attachments?.map(({ mime_type }) => mime_type)).toEqual(['audio/mpeg', 'video/mp4'])
  })

  it('of articles are none', async () => {
    expect((await read(ofNews, 'rss')).text).not.toContain('itunes')
  })
})

describe('every kind of post', () => {
  it('has an entry', async () => {
    for (const kind of ['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const)
      scratch.put(kind, kind, { column: 'news' })
    expect(parseRssFeed((await read(ofNews, 'rss')).text).items).toHaveLength(6)
  })
})

describe('a UUID of a name', () => {
  it('has the form that the RFC wants', () => {
    expect(uuidUrn('article:a')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})
