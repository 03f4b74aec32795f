import { describe, expect, it } from 'vitest'
import { isChosen } from './choices.ts'
import { messageOf, type NewPost } from './message.ts'

const post = (n: number, column = '要闻', slug = 'news'): NewPost => ({
  ...{ key: `article-${n}`, column, columnAddress: `/${slug}/` },
  ...{ title: `标题${n}`, address: `/${slug}/${n}/` },
})

describe('a message', () => {
  it('about one post says its column and title, and leads to it', () => {
    expect(messageOf([post(1)])).toEqual({ title: '要闻', body: '标题1', url: '/news/1/', tag: 'article-1' })
  })

  it('about several names the newest, and leads to their column', () => {
    expect(messageOf([post(4), post(3), post(2), post(1)])).toEqual({
      ...{ title: '4 篇新稿', body: '要闻：标题4\n要闻：标题3\n要闻：标题2', url: '/news/', tag: 'new-posts' },
    })
  })

  it('about several columns leads to the home page', () => {
    expect(messageOf([post(1), post(2, '通知', 'notices')]).url).toBe('/')
  })

  it('stays small, whatever the titles', () => {
    const posts = Array.from({ length: 500 }, (_, n) => ({ ...post(n), title: '汉'.repeat(1000) }))
    expect(Buffer.byteLength(JSON.stringify(messageOf(posts)))).toBeLessThan(2000)
  })
})

it.each([
  [['module:portal'], true],
  [['column:news'], true],
  [['module:ideas', 'column:notices'], false],
  [[], false],
])('%j contains a column of its module: %s', (choices, isIn) => {
  expect(isChosen(choices, { documentId: 'news', module: 'portal' })).toBe(isIn)
})
