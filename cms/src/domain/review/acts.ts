/** What people do to a piece on its way through review: an append-only list, from which everything else is derived. */
import type { Level } from './levels'

export const actNames = {
  submitted: '送审',
  approved: '通过',
  returned: '退回',
  withdrawn: '撤回',
  invalidated: '审核失效',
  permitted: '批准紧急发布',
  published: '发布',
  publishedUrgently: '紧急发布',
} as const
export type ActName = keyof typeof actNames

export const markTypes = {
  typo: '错别字',
  punctuation: '标点',
  wording: '用语',
  fact: '事实',
  format: '格式',
  other: '其他',
} as const
export type MarkType = keyof typeof markTypes

/** A place in the text, found again by what stands around it; `field` is an attribute of the piece. */
export type Mark = { type: MarkType; field: string; quote: string; prefix: string; suffix: string; comment: string }

/** As they were called at that time: people change their names and roles. `id` is null for what no account did. */
export type Actor = { id: number | null; name: string; role: string }

export type ReviewAct = {
  /** 1, 2, 3 … within one document, without gaps */
  step: number
  act: ActName
  level: Level | null
  /** of exactly the version that it was done to */
  fingerprint: string
  actor: Actor
  note: string
  marks: readonly Mark[]
  at: Date
}
