/** What the sitemap lists, month by month. */
import { keys } from '../keys.ts'
import { currentReadModel, recordRead } from '../reads.ts'
import { MOST_IN_A_PART, postsOfMonth, type SitemapMonth, type SitemapPost, sitemapMonths } from '../sitemap.ts'
import { visibleColumns } from './site.ts'

export const monthsOfSitemap = (): SitemapMonth[] => {
  visibleColumns()
  recordRead(keys.sitemapMonths)
  return sitemapMonths(currentReadModel())
}

/** @param piece from 1 */
export const pieceOfMonth = (month: string, piece: number): SitemapPost[] => {
  visibleColumns()
  recordRead(keys.sitemapMonth(month))
  return postsOfMonth(currentReadModel(), month).slice((piece - 1) * MOST_IN_A_PART, piece * MOST_IN_A_PART)
}
