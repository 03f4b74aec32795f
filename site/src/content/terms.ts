/**
 * By what posts are related: their tags and a few telling words of their titles and summaries. A pure function of one post, so
 * that the same content has the same related posts whatever was published before.
 */
import { createHash } from 'node:crypto'
import { isPostKind, type Post } from './cards.ts'
import type { Kind } from './documents.ts'

const MOST_WORDS = 6
const TITLE_COUNTS = 2
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const HAN_WORD = /^\p{Script=Han}{2,}$/u
const LATIN_WORD = /^[a-z][a-z-]{2,}$/

/** What half of a Party-building portal's titles say tells nothing. */
const COMMON = new Set(
  (
    '中华人民共和国 中华 人民 共和国 国家 学院 召开 会议 工作 学习 开展 活动 教育 举行 举办 组织 关于 通知 公告 印发 ' +
    '中国 共产 国共 党委 党员 支部 党支部 基层 ' +
    '建设 精神 全面 深入 推进 加强 进一步 我院 我校 学校 职业 技术 职业技术 全体 同志 有关 管理 办法 规定 条例 意见 实施 ' +
    '方案 情况 年度 第一 第二 一个 如何 什么 怎么 以及 他们 我们 这个 主题 专题 报告 讲话 代表 大会 传达 贯彻 落实 会上'
  ).split(' '),
)

type Words = { title: string; rest: string }

const wordsIn = (text: string): string[] =>
  [...segmenter.segment(text.normalize('NFKC').toLowerCase())]
    .map(({ segment }) => segment)
    .filter((word) => (HAN_WORD.test(word) || LATIN_WORD.test(word)) && !COMMON.has(word))

/** Those said most often, a title counting double; then the longer ones, then those said first. */
export const tellingWords = ({ title, rest }: Words): string[] => {
  const counts = new Map<string, number>()
  const count = (text: string, each: number) => {
    for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + each)
  }
  count(title, TITLE_COUNTS)
  count(rest, 1)
  return [...counts]
    .sort(([one, often], [other, otherOften]) => otherOften - often || other.length - one.length)
    .slice(0, MOST_WORDS)
    .map(([word]) => word)
}

const TAG = 'tag:'
const WORD = 'word:'

/** How much it says of two posts that both have the term. */
export const weightOf = (term: string): number => (term.startsWith(TAG) ? 2 : 1)

/** People (representatives) and microposts, which have no titles, are related to nothing. */
const wordsOf = (post: Post): Words | null => {
  switch (post.kind) {
    case 'article':
      return { title: post.title, rest: `${post.subtitle ?? ''} ${post.summary ?? ''}` }
    case 'speech':
    case 'policy':
    case 'lesson':
      return { title: post.title, rest: post.summary ?? '' }
    case 'micropost':
    case 'representative':
      return null
    default:
      return post satisfies never
  }
}

export const termsOf = (kind: Kind, document: unknown): string[] => {
  if (!isPostKind(kind)) return []
  const post = { ...(document as Post), kind } as Post
  const words = wordsOf(post)
  if (!words) return []
  return [...new Set(post.tags.map((tag) => TAG + tag)), ...tellingWords(words).map((word) => WORD + word)]
}

/** Changes with whatever may give other terms for the same post: these rules, and the dictionary of the segmenter. */
export const termRules = createHash('sha256')
  .update(JSON.stringify([[...COMMON], MOST_WORDS, TITLE_COUNTS, HAN_WORD.source, LATIN_WORD.source]))
  .update(process.versions.icu ?? '')
  .digest('base64url')
