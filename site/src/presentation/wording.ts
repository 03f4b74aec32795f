/** Fixed words of the portal that depend on content. */
import type { DocumentOf } from '../content/documents.ts'
import type { Gathering } from '../content/keys.ts'
import type { ColumnEntry } from '../content/navigation.ts'

export const validityNames: Record<DocumentOf<'policy'>['validity'], string> = {
  effective: '现行有效',
  amended: '已修改',
  repealed: '已废止',
}

export const gatheringNames: Record<Gathering, string> = { tag: '标签', topic: '专题' }

type IconName = 'dues' | 'admission' | 'transfer' | 'service' | 'letter' | 'pen' | 'phone' | 'path'

/** What waits behind a service column, and its sign; columns the college adds get a general one. */
const entryTexts: Record<string, { icon: IconName; note: string }> = {
  dues: { icon: 'dues', note: '标准、计算与缴纳' },
  admission: { icon: 'admission', note: '五个阶段怎么走' },
  transfer: { icon: 'transfer', note: '组织关系转入转出' },
  service: { icon: 'service', note: '先锋岗与志愿服务' },
  letters: { icon: 'letter', note: '写给组织部、宣传部' },
  contributions: { icon: 'pen', note: '来稿要求与投递' },
  contact: { icon: 'phone', note: '地址、电话与科室' },
}

export const entryText = (slug: string): { icon: IconName; note: string } =>
  entryTexts[slug] ?? { icon: 'path', note: '查看指南' }

const SHORT_PART_CHARACTERS = 11
const FAIR_PART_CHARACTERS = 17

/** How a title may break: after punctuation alone where no part is longer than a line of a phone, or of a desk. */
export const titleBreaks = (title: string): 'parts-short' | 'parts-fair' | undefined => {
  const longest = Math.max(...title.split(/(?<=[\s\p{P}])/u).map((part) => [...part].length))
  if (longest <= SHORT_PART_CHARACTERS) return 'parts-short'
  return longest <= FAIR_PART_CHARACTERS ? 'parts-fair' : undefined
}

/** A badge says its state in words and in colour. */
export const validityBadges: Record<DocumentOf<'policy'>['validity'], 'ok' | 'warn' | 'plain'> = {
  effective: 'ok',
  amended: 'warn',
  repealed: 'plain',
}

/** How an article is set: a paper has its abstract and key words, a profile its picture and what it is about in large. */
export type ArticleForm = 'paper' | 'profile' | 'news'

const articleForms: Record<string, ArticleForm> = { theory: 'paper', talent: 'profile' }

/** A column that was given another address keeps its form. */
export const articleForm = ({ slug, formerSlugs }: Pick<ColumnEntry, 'slug' | 'formerSlugs'>): ArticleForm =>
  [slug, ...formerSlugs.map((former) => former.slug)].map((one) => articleForms[one]).find(Boolean) ?? 'news'

/** A subtitle stands after a dash, whether or not the editor has written one. */
export const withDash = (subtitle: string): string => `——${subtitle.replace(/^[\s—–―－-]+/u, '')}`
