/** Which addresses exist. The publisher renders these and removes all others. */
import type { DatabaseSync } from 'node:sqlite'
import { lastArchivePage } from './archive.ts'
import { isPostKind } from './cards.ts'
import { countPosts } from './column-order.ts'
import { addressOf, columnEntry } from './document-address.ts'
import type { Kind } from './documents.ts'
import { gatherings } from './gatherings.ts'
import type { Gathering } from './keys.ts'
import { type ColumnEntry, listsPosts, pageSizeOf, readColumns } from './navigation.ts'
import { feedFormats, moduleIds, paths } from './paths.ts'
import { statement } from './reads.ts'
import { allRedirects, formerSections, redirectsTo } from './redirect-addresses.ts'
import { PAGES_PART, partAddresses, sitemapMonths } from './sitemap.ts'

/** The feed of a page, in each of its forms. */
const feedsOf = (page: string): string[] => feedFormats.map((format) => paths.feedOf(page, format))

/** What the portal needs to be an app on a device. */
export const appAddresses: readonly string[] = [
  ...[paths.saved, paths.offline, paths.notifications, paths.install, paths.share],
  ...[paths.manifest, paths.worker],
]

/** The member area. */
export const memberAddresses: readonly string[] = [
  ...[paths.member, paths.memberLogIn, paths.memberActivation, paths.memberReset],
]

/** Pages that exist whatever the content is. */
export const fixedAddresses: readonly string[] = [
  paths.home,
  ...feedsOf(paths.home),
  ...moduleIds.map(paths.module).flatMap((module) => [module, ...feedsOf(module)]),
  paths.about,
  paths.search,
  paths.mourning,
  paths.feeds,
  paths.opml,
  paths.llms,
  paths.robots,
  paths.sitemap,
  paths.sitemapPart(PAGES_PART),
  paths.notFound,
  paths.styleguide,
  paths.calculator,
  ...appAddresses,
  paths.reportForm,
  paths.reportThanks,
  ...memberAddresses,
]

/** The number of a column's last archive page; 0 where it has none. */
export const archiveExtent = (database: DatabaseSync, columnId: string): number => {
  const column = columnEntry(database, columnId)
  if (!column || !listsPosts(column)) return 0
  return lastArchivePage(countPosts(database, columnId), pageSizeOf(database, columnId))
}

/** Archive pages `from` … `to` of a column, also where they stood when the column had another slug. */
export const archiveAddresses = (database: DatabaseSync, columnId: string, from: number, to: number): string[] => {
  const column = columnEntry(database, columnId)
  if (!column || to < from) return []
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [column.slug, ...formerSections(database, columnId)].flatMap((section) =>
    pages.map((page) => paths.archive(section, page)),
  )
}

/** Front, archive pages and feeds of one column, and where they stood before; empty where it is hidden or missing. */
export const columnAddresses = (database: DatabaseSync, columnId: string): string[] => {
  const column = columnEntry(database, columnId)
  if (!column) return []
  const sections = [column.slug, ...formerSections(database, columnId)]
  if (!listsPosts(column)) return sections.map(paths.column)
  return [
    ...sections.map(paths.column),
    ...archiveAddresses(database, columnId, 1, archiveExtent(database, columnId)),
    ...sections.map(paths.column).flatMap(feedsOf),
  ]
}

/** The page and the feeds of a tag or topic. */
const gatheringAddresses = (database: DatabaseSync, gathering: Gathering, documentId?: string): string[] => {
  const rows = documentId
    ? statement(database, 'SELECT slug FROM documents WHERE kind = ? AND document_id = ?').all(gathering, documentId)
    : statement(database, 'SELECT DISTINCT slug FROM documents WHERE kind = ?').all(gathering)
  return rows.map(({ slug }) => paths.gathering(gathering, String(slug))).flatMap((page) => [page, ...feedsOf(page)])
}

const postAddresses = function* (database: DatabaseSync, column: ColumnEntry): Iterable<string> {
  if (!listsPosts(column)) return
  const rows = statement(database, 'SELECT DISTINCT slug FROM documents WHERE column_id = ?').all(column.documentId)
  for (const row of rows) yield paths.post(column.slug, String(row.slug))
}

/**
 * Every address that exists because of one document: its own page and what leads to it; for a column everything
 * below it. The lists of a post's column are not among them: see `archiveExtent`.
 */
export const addressesOf = (database: DatabaseSync, kind: Kind, documentId: string): string[] => {
  if (kind === 'column') {
    const column = columnEntry(database, documentId)
    return column ? [...columnAddresses(database, documentId), ...postAddresses(database, column)] : []
  }
  if (kind === 'tag' || kind === 'topic') return gatheringAddresses(database, kind, documentId)
  if (kind !== 'page' && !isPostKind(kind)) return []
  const own = addressOf(database, kind, documentId)
  return own === null ? [] : [own, ...redirectsTo(database, kind, documentId)]
}

/** Every page of the portal. */
export const allAddresses = function* (database: DatabaseSync): Iterable<string> {
  yield* fixedAddresses
  for (const column of readColumns(database)) {
    yield* columnAddresses(database, column.documentId)
    yield* postAddresses(database, column)
  }
  const pages = statement(
    database,
    "SELECT slug FROM documents WHERE kind = 'page' AND json ->> '$.column' IS NULL",
  ).all()
  for (const page of pages) yield paths.freePage(String(page.slug))
  for (const gathering of gatherings) yield* gatheringAddresses(database, gathering)
  for (const month of sitemapMonths(database)) yield* partAddresses(month)
  yield* allRedirects(database)
}
