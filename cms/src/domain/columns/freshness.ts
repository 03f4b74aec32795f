/**
 * Whether a column is kept up: readers take a column that stands still for one that nobody looks after. The limits are those by which
 * government sites are inspected (政府网站与政务新媒体检查指标: 动态要闻 two weeks, 通知公告 and 政策文件 six months) and are a setting of each column.
 */
import type { PostKind } from '../content/kinds'

export type ColumnAge = {
  documentId: string
  name: string
  slug: string
  kind: PostKind
  /** 0: nobody expects anything new */
  staleAfterDays: number
  /** when the newest public post appeared; null where there is none */
  newestAt: Date | null
}
export type StaleColumn = ColumnAge & { daysQuiet: number | null }

const DAY_MS = 24 * 60 * 60 * 1000

/** Whole days since `at`, not below 0. */
export const daysSince = (at: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY_MS))

/** Those that stand still, the longest first; empty ones before all others. */
export function staleColumns(columns: readonly ColumnAge[], now: Date): StaleColumn[] {
  return columns
    .filter(({ staleAfterDays }) => staleAfterDays > 0)
    .map((column) => ({ ...column, daysQuiet: column.newestAt && daysSince(column.newestAt, now) }))
    .filter(({ daysQuiet, staleAfterDays }) => daysQuiet === null || daysQuiet >= staleAfterDays)
    .sort((a, b) => (b.daysQuiet ?? Number.POSITIVE_INFINITY) - (a.daysQuiet ?? Number.POSITIVE_INFINITY))
}
