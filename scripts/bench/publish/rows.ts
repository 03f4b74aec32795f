/** The table of bench:publish. */
import { percentile, rounded } from '../figures.ts'
import type { Row } from '../print-result.ts'

export type Figures = { p50: number; p95: number; max: number }
export type GroupResult = {
  kind: 'new' | 'edit'
  live: Figures
  cmsAnswer: Figures
  listed: Figures | null
  parts: { cms: Figures; log: Figures; publish: Figures }
}
export type SizeResult = {
  articles: number
  /** the very first publish after the start, in milliseconds until live */
  firstMs: number
  /** of both groups together */
  all: Figures
  groups: GroupResult[]
  listMs: Figures
}

export const figuresOf = (samples: readonly number[]): Figures => ({
  p50: rounded(percentile(samples, 50)),
  p95: rounded(percentile(samples, 95)),
  max: rounded(percentile(samples, 100)),
})

const toRow = (articles: number, first: number | string, what: string, live: Figures, group?: GroupResult): Row => ({
  articles,
  what,
  'p50 ms': live.p50,
  'p95 ms': live.p95,
  'max ms': live.max,
  'first ms': first,
  'CMS p50/p95': group ? `${group.parts.cms.p50}/${group.parts.cms.p95}` : '',
  'log p50/p95': group ? `${group.parts.log.p50}/${group.parts.log.p95}` : '',
  'render+write p50/p95': group ? `${group.parts.publish.p50}/${group.parts.publish.p95}` : '',
  'on the list p50/p95': group?.listed ? `${group.listed.p50}/${group.listed.p95}` : '',
})

export const rowsOf = ({ articles, firstMs, all, groups }: SizeResult): Row[] => [
  ...groups.map((group) => toRow(articles, '', group.kind === 'new' ? 'new posts' : 'edits', group.live, group)),
  toRow(articles, firstMs, 'both', all),
]
