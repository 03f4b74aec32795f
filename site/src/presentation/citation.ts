/**
 * A post as papers cite it, by GB/T 7714-2015: 主要责任者. 题名[文献类型标识/载体标识]. (发布日期)[引用日期]. 获取路径. The day of
 * citing is the reader's: it stands between the two halves where a script knows it, and is left out where none does.
 */
import { type Post, titleOf } from '../content/cards.ts'
import { day } from './dates.ts'

export type Citation = { before: string; after: string }
type Part = string | null | undefined

const MICROPOST = '党建微博'

const responsibleFor = (post: Post): Part => {
  switch (post.kind) {
    case 'article':
      return post.author?.trim() || post.source
    case 'speech':
      return post.speaker
    case 'policy':
      return post.issuer?.trim() || post.source
    case 'lesson':
      return post.lecturer?.trim() || post.source
    case 'micropost':
    case 'representative':
      return post.source
    default:
      return post satisfies never
  }
}

/** Legal and official documents are of type Z; everything else here is an electronic bulletin. */
const titleAndType = (post: Post): string => {
  if (post.kind === 'policy' && post.documentNumber) return `${post.title}: ${post.documentNumber}[Z/OL]`
  return `${post.kind === 'micropost' ? `${MICROPOST}: ` : ''}${titleOf(post)}[${post.kind === 'policy' ? 'Z' : 'EB'}/OL]`
}

/** Between names; a space is one between Chinese names only. */
const BETWEEN = /[、，,;；]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u
const ROLE = /^(?:本报|本网|本站|特约|实习|学生)?(?:通讯员|记者|作者|供稿|撰稿|文)(?:[:：]|$)/

/** Names alone, with commas between them, whatever the editors put before and between them. */
const authors = (names: string): string =>
  names
    .split(BETWEEN)
    .map((name) => name.trim().replace(ROLE, '').trim())
    .filter((name) => name !== '')
    .join(', ')

/** @param publisher who answers for a post that names nobody */
export const citationOf = (post: Post, address: string, publisher: string): Citation => {
  const responsible = authors(responsibleFor(post) ?? '')
  return {
    before: `${responsible || publisher}. ${titleAndType(post)}. (${day(post.displayDate)})`,
    after: `. ${address}.`,
  }
}
