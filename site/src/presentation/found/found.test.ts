import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Post } from '../../content/cards.ts'
import type { PostKind } from '../../content/documents.ts'
import { columnBySlug, siteSettings } from '../../content/queries/site.ts'
import { build, type Scratch, scratchReadModel } from '../../content/testing/builders.ts'
import { cardAddress, cardOfPost } from '../card.ts'
import { factsOf } from './facts.ts'
import { breadcrumbs, linkedData, postNode, siteNodes } from './linked-data.ts'
import { describePost } from './subject.ts'

const HOST = 'https://dj.example.edu.cn'
let scratch: Scratch

beforeEach(() => {
  vi.stubEnv('SITE_URL', HOST)
  scratch = scratchReadModel()
  scratch.put('column', 'news', { name: '党建要闻', intro: '学院要闻' })
  scratch.put('tag', 'study', { name: '理论学习' })
  scratch.put('site-setting', 's', { siteIdCode: '6100000001', phone: '029-1' })
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const post = (kind: PostKind, changes: object = {}): Post =>
  ({ ...build(kind, 'a'), kind, ...changes }) as object as Post
const nodeOf = async (of: Post) => {
  const shown = { url: `${HOST}/news/a/`, description: '摘要', picture: `${HOST}/p.png` }
  return (await scratch.read(() => postNode(of, { ...shown, settings: siteSettings() }))).result
}

describe('the named facts', () => {
  const factsNow = async (subject: () => Parameters<typeof factsOf>[0]) =>
    (await scratch.read(() => factsOf(subject(), siteSettings(), `${HOST}/news/a/`))).result
  const column = () => columnBySlug('news') ?? undefined

  it('of a post are those of the standard', async () => {
    const of = post('article', { tags: ['study'], author: '张晓岚', displayDate: '2026-11-20T01:30:00Z' })
    expect(await factsNow(() => ({ column: column(), post: of }))).toEqual({
      SiteName: '智慧党建',
      SiteDomain: 'dj.example.edu.cn',
      SiteIDCode: '6100000001',
      ColumnName: '党建要闻',
      ColumnType: '工作动态',
      ArticleTitle: '文章 a',
      PubDate: '2026-11-20 09:30',
      ContentSource: '党委宣传部',
      Keywords: '理论学习',
      Author: '张晓岚',
      Url: `${HOST}/news/a/`,
    })
  })

  it('of a column describe it', async () => {
    expect(await factsNow(() => ({ column: column() }))).toMatchObject({
      ColumnName: '党建要闻',
      ColumnDescription: '学院要闻',
      ColumnKeywords: '党建要闻',
    })
  })

  it('of a post do not depend on the introduction of its column', async () => {
    const { reads } = await scratch.read(() => factsOf({ column: column(), post: post('article') }, siteSettings(), ''))
    expect(reads).not.toContain('doc:column:news')
  })
})

describe('a description', () => {
  const describeNow = async (of: Post) => (await scratch.read(() => describePost(of))).result
  it.each([
    ['its summary', post('article', { summary: '摘要' }), '摘要'],
    [
      'the beginning of the text',
      post('article', { body: '# 标题\n\n正文 <b>甲</b> & 乙。[^1]\n\n[^1]: 注' }),
      /^标题 正文 .*甲.* & 乙/,
    ],
    ['cut where it is long', post('article', { body: '字'.repeat(200) }), `${'字'.repeat(90)}……`],
    ['a microblog’s own words', post('micropost', { text: '今天' }), '今天'],
    ['nothing', post('representative'), ''],
  ])('is %s', async (_name, of, expected) => {
    const found = await describeNow(of)
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatch(expected)
  })
})

describe('schema.org', () => {
  it.each([
    [post('article', { author: '张晓岚' }), 'NewsArticle'],
    [post('speech'), 'NewsArticle'],
    [post('policy', { validity: 'repealed', documentNumber: '〔2026〕1 号', issuer: '党委' }), 'Legislation'],
    [post('lesson', { durationSeconds: 125 }), 'Course'],
    [post('micropost'), 'SocialMediaPosting'],
    [post('representative', { post: '书记' }), 'ProfilePage'],
  ])('knows a post %#', async (of, type) => {
    expect(await nodeOf(of)).toMatchObject({ '@type': type, url: `${HOST}/news/a/` })
  })

  it('says of a policy whether it is in force', async () => {
    expect(await nodeOf(post('policy', { validity: 'repealed' }))).toMatchObject({
      legislationLegalForce: 'https://schema.org/NotInForce',
    })
  })

  it('says of a lesson where its film is', async () => {
    const video = { url: '/uploads/v.mp4', name: 'v', ext: '.mp4', mime: 'video/mp4', size: 1, width: 1, height: 1 }
    const rest = { alternativeText: null, caption: null, sources: [], focalPoint: null }
    expect(await nodeOf(post('lesson', { video: { ...video, ...rest }, durationSeconds: 125 }))).toMatchObject({
      video: { contentUrl: `${HOST}/uploads/v.mp4`, duration: 'PT2M5S' },
    })
  })

  it('names a post changed after its date, and not before it', async () => {
    const dated = { displayDate: '2026-11-20T01:30:00Z' }
    expect(await nodeOf(post('article', { ...dated, updatedAt: '2026-11-21T00:00:00Z' }))).toMatchObject({
      datePublished: '2026-11-20T09:30+08:00',
      dateModified: '2026-11-21T08:00+08:00',
    })
    expect(await nodeOf(post('article', { ...dated, updatedAt: '2026-11-01T00:00:00Z' }))).toMatchObject({
      dateModified: '2026-11-20T09:30+08:00',
    })
  })

  it('tells search engines how to search', async () => {
    const { result } = await scratch.read(() => siteNodes(siteSettings()))
    expect(result[0]).toMatchObject({ potentialAction: { target: `${HOST}/search/?q={search_term_string}` } })
  })

  it('ends no script element, whatever it says', () => {
    const text = linkedData([{ '@type': 'Thing', name: '</script><!-- \u2028' }])
    expect(text).not.toContain('<')
    expect(JSON.parse(text)['@graph'][0].name).toBe('</script><!-- \u2028')
  })

  it('numbers the steps from the home page', () => {
    expect(
      breadcrumbs([{ name: '党建要闻', href: '/news/' }, { name: '第 1 页' }], `${HOST}/x/`).itemListElement,
    ).toEqual([
      { '@type': 'ListItem', position: 1, name: '首页', item: `${HOST}/` },
      { '@type': 'ListItem', position: 2, name: '党建要闻', item: `${HOST}/news/` },
      { '@type': 'ListItem', position: 3, name: '第 1 页', item: `${HOST}/x/` },
    ])
  })
})

describe('the name of a card', () => {
  const settings = { siteName: '智慧党建', collegeName: '学院' }
  const cover = {
    ...{ url: '/uploads/c.jpg', name: 'c.jpg', ext: '.jpg', mime: 'image/jpeg', size: 9, width: 1600, height: 900 },
    ...{ alternativeText: null, caption: null, sources: [], focalPoint: null },
  }
  const nameOf = (changes: object) => cardAddress(cardOfPost(post('article', changes), '要闻', settings), 'wide')

  it('changes with the title, not with the text', () => {
    expect(nameOf({})).toMatch(/^\/cards\/[0-9a-f]{16}-wide\.png$/)
    expect(nameOf({ body: '别的' })).toBe(nameOf({}))
    expect(nameOf({ title: '别的' })).not.toBe(nameOf({}))
  })

  it('is of the cover where there is one that is large enough', () => {
    expect(nameOf({ cover })).toMatch(/-wide\.jpg$/)
    expect(nameOf({ cover, title: '别的' })).toBe(nameOf({ cover }))
    expect(nameOf({ cover: { ...cover, focalPoint: { x: 1, y: 1 } } })).not.toBe(nameOf({ cover }))
    expect(nameOf({ cover: { ...cover, width: 300 } })).toMatch(/-wide\.png$/)
    expect(nameOf({ cover: { ...cover, mime: 'image/svg+xml' } })).toMatch(/-wide\.png$/)
  })
})
