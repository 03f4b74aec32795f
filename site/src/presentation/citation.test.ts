import { describe, expect, it } from 'vitest'
import type { Post } from '../content/cards.ts'
import type { PostKind } from '../content/documents.ts'
import { build } from '../content/testing/builders.ts'
import { citationOf } from './citation.ts'

const ADDRESS = 'https://dj.example.edu.cn/x/'
const PUBLISHER = '陕西交通职业技术学院'
const cite = (kind: PostKind, changes: object) => {
  const post = { ...build(kind, 'a', { displayDate: '2026-11-20T01:30:00.000Z', ...changes }), kind } as Post
  const { before, after } = citationOf(post, ADDRESS, PUBLISHER)
  return before + after
}
const end = `. (2026-11-20). ${ADDRESS}.`

describe('a citation', () => {
  it.each([
    ['of an article by its author', 'article', { title: '夜间检测课', author: '李明' }, '李明. 夜间检测课[EB/OL]'],
    ['of several authors', 'article', { title: '课', author: '李明、王芳，赵强' }, '李明, 王芳, 赵强. 课[EB/OL]'],
    ['without what the author is', 'article', { title: '课', author: '通讯员 商陆' }, '商陆. 课[EB/OL]'],
    ['of authors with spaces', 'article', { title: '课', author: '文：李明 王芳' }, '李明, 王芳. 课[EB/OL]'],
    ['of a foreign author', 'article', { title: '课', author: 'Edgar Snow' }, 'Edgar Snow. 课[EB/OL]'],
    ['of an article without author', 'article', { title: '课', author: ' ' }, '党委宣传部. 课[EB/OL]'],
    ['of an article that names nobody', 'article', { title: '课', source: null }, `${PUBLISHER}. 课[EB/OL]`],
    ['of a speech', 'speech', { title: '在大会上的讲话', speaker: '周明远' }, '周明远. 在大会上的讲话[EB/OL]'],
    [
      'of a policy with its number',
      'policy',
      { title: '发展党员工作细则', issuer: '中共中央办公厅', documentNumber: '中办发〔2014〕33号' },
      '中共中央办公厅. 发展党员工作细则: 中办发〔2014〕33号[Z/OL]',
    ],
    ['of a policy without one', 'policy', { title: '细则', issuer: '校党委' }, '校党委. 细则[Z/OL]'],
    ['of a lesson', 'lesson', { title: '第一课', lecturer: '高岚' }, '高岚. 第一课[EB/OL]'],
    ['of a micropost', 'micropost', { text: '早上好' }, '党建微博: 早上好[EB/OL]'],
  ] as const)('%s', (_what, kind, changes, expected) => {
    const source = kind === 'micropost' ? '党委宣传部. ' : ''
    expect(cite(kind, changes)).toBe(source + expected + end)
  })

  it('gives the day in Beijing', () => {
    expect(cite('article', { displayDate: '2026-11-20T16:00:00.000Z' })).toContain('(2026-11-21)')
  })
})
