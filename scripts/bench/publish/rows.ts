/** The table of bench:publish. */
import { percentile, rounded } from '../figures.ts'
import type { Row } from '../print-result.ts'
import { PART_NAMES, type Parts } from './parts.ts'

export type Figures = { p50: number; p95: number; max: number }
export type GroupResult = {
  kind: 'new' | 'edit'
  live: Figures
  cmsAnswer: Figures
  listed: Figures | null
  parts: Record<keyof Parts, Figures>
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

const pair = ({ p50, p95 }: Figures) => `${p50}/${p95}`

const partsRow = (group?: GroupResult) =>
  Object.fromEntries(PART_NAMES.map((name) => [`${name} p50/p95`, group ? pair(group.parts[name]) : '']))

type Line = { articles: number; what: string; live: Figures; first?: number; list?: Figures; group?: GroupResult }

const toRow = ({ articles, what, live, first, list, group }: Line): Row => ({
  articles,
  what,
  'p50 ms': live.p50,
  'p95 ms': live.p95,
  'max ms': live.max,
  'first ms': first ?? '',
  ...partsRow(group),
  'listed p50/p95': group?.listed ? pair(group.listed) : '',
  'desk list p50/p95': list ? pair(list) : '',
})

export const rowsOf = ({ articles, firstMs, all, groups, listMs }: SizeResult): Row[] => [
  ...groups.map((group) =>
    toRow({ articles, what: group.kind === 'new' ? 'new posts' : 'edits', live: group.live, group }),
  ),
  toRow({ articles, what: 'both', live: all, first: firstMs, list: listMs }),
]
