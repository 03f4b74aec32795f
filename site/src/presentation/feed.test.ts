import { XMLParser } from 'fast-xml-parser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Post } from '../content/cards.ts'
import { newestPosts } from '../content/queries/posts.ts'
import { readingFrom } from '../content/reads.ts'
import { minute, type Scratch, scratchReadModel } from '../content/testing/builders.ts'
import { feed } from './feed.ts'

const feedSchema = z.object({
  rss: z.object({
    channel: z.object({
      title: z.string(),
      link: z.string(),
      language: z.string(),
      item: z
        .array(
          z.object({
            title: z.string(),
            link: z.string(),
            guid: z.object({ '#text': z.string(), '@_isPermaLink': z.literal('false') }),
            pubDate: z.string(),
            'content:encoded': z.string(),
            'dc:creator': z.string().optional(),
            category: z.union([z.string(), z.array(z.string())]).optional(),
          }),
        )
        .default([]),
    }),
  }),
})

let scratch: Scratch

beforeEach(() => {
  vi.stubEnv('SITE_URL', 'https://dj.example.edu.cn')
  scratch = scratchReadModel()
  scratch.put('column', 'news')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const read = async () => {
  const { result, reads } = await readingFrom(scratch.database, async () => {
    const posts: Post[] = newestPosts('news')
    const response = await feed({
      title: '党建要闻',
      description: '要闻',
      address: '/news/rss.xml',
      page: '/news/',
      posts,
    })
    return { xml: await response.text(), type: response.headers.get('content-type') }
  })
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' })
  return { ...result, reads, channel: feedSchema.parse(parser.parse(result.xml, true)).rss.channel }
}

describe('a feed', () => {
  it('knows a post again that moves', async () => {
    scratch.put('article', 'a', { slug: 'here' })
    const before = (await read()).channel.item[0]
    scratch.put('article', 'a', { slug: 'there' })
    const after = (await read()).channel.item[0]
    expect(after?.link).not.toBe(before?.link)
    expect(after?.guid).toEqual(before?.guid)
  })

  it('without posts is valid', async () => {
    const { channel, type, xml } = await read()
    expect(type).toMatch(/xml/)
    expect(channel).toMatchObject({
      title: '党建要闻',
      link: 'https://dj.example.edu.cn/news/',
      language: 'zh-cn',
      item: [],
    })
    expect(xml).toContain('<atom:link href="https://dj.example.edu.cn/news/rss.xml" rel="self"')
  })

  it('carries the full text with absolute addresses', async () => {
    scratch.put('tag', 'study', { name: '理论学习' })
    scratch.put('article', 'a', {
      title: '“双带头人”<研讨> & 交流',
      body: '见[昨天](/go/article/b)、[表](/uploads/a.docx)和[外站](https://example.org/)。[^1]\n\n![图](/uploads/a.png)\n\n[^1]: 注',
      author: '张晓岚',
      tags: ['study'],
      displayDate: minute(2),
    })
    scratch.put('article', 'b', { displayDate: minute(1) })
    const { channel, reads } = await read()
    const [first, second] = channel.item
    expect(first).toMatchObject({
      title: '“双带头人”<研讨> & 交流',
      link: 'https://dj.example.edu.cn/news/a/',
      'dc:creator': '张晓岚',
      category: '理论学习',
    })
    const content = first?.['content:encoded'] ?? ''
    expect(content).toContain('<a href="https://dj.example.edu.cn/news/b/">昨天</a>')
    expect(content).toContain('src="https://dj.example.edu.cn/uploads/a.png"')
    expect(content).toContain('href="https://dj.example.edu.cn/news/a/#s-note-1"')
    expect(content).toContain('href="https://example.org/"')
    expect(content).not.toMatch(/(?:href|src)="[/#]/)
    expect(second?.link).toBe('https://dj.example.edu.cn/news/b/')
    expect(reads).toEqual(expect.arrayContaining(['column:news:feed', 'doc:tag:study', 'address:article:b', 'columns']))
  })

  it('survives characters that XML cannot hold', async () => {
    scratch.put('article', 'a', { title: '标题\u0000\u000b', body: '正文\u0008\ud800后 ]]> &nbsp; 😀' })
    const { channel } = await read()
    expect(channel.item[0]?.title).toBe('标题')
    expect(channel.item[0]?.['content:encoded']).toContain('😀')
  })

  it('takes every kind of post', async () => {
    for (const kind of ['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const)
      scratch.put(kind, kind, { column: 'news' })
    const { channel } = await read()
    expect(channel.item).toHaveLength(6)
  })
})
