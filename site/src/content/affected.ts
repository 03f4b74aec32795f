/** Which dependency keys a change touches. It must match the queries exactly; affected.test.ts holds them together. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type ArchivePlace, touchedArchivePages } from './affected-archive.ts'
import { archivePageOf, lastArchivePage } from './archive.ts'
import { cardOf, isPostKind, type Post } from './cards.ts'
import { countBefore, countPosts } from './column-order.ts'
import type { DocumentOf, Kind, PostKind } from './documents.ts'
import { gatheringsOf, isAmongNewest } from './gatherings.ts'
import { type Gathering, keys } from './keys.ts'
import { MOST_FED, MOST_NEWEST } from './limits.ts'
import { listsPosts, navigationOf, pageSizeOf, readColumns } from './navigation.ts'
import { postsLookingAt, termsOfPost } from './post-terms.ts'
import { NO_COLUMN, placeOf, storedDocument } from './read-model.ts'
import { statement } from './reads.ts'
import { monthOf } from './sitemap.ts'

export interface Affected {
  /** key → fingerprint of what a reader of that key sees of the document */
  keys: ReadonlyMap<string, string>
  archive: ArchivePlace | null
}

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

const timeless = <T extends { publishedAt: string; updatedAt: string }>(
  document: T,
): Omit<T, 'publishedAt' | 'updatedAt'> => {
  const { publishedAt: _published, updatedAt: _updated, ...rest } = document
  return rest
}

const listed = (database: DatabaseSync, columnId: string): boolean => {
  const column = readColumns(database).find(({ documentId }) => documentId === columnId)
  return column !== undefined && listsPosts(column)
}

const neighbourKeys = (database: DatabaseSync, post: Post): string[] => {
  const { date, id } = placeOf(post)
  const place = [post.column, date, id] as const
  const before = statement(
    database,
    `SELECT kind, document_id FROM documents WHERE column_id = ? AND (display_date, document_id) < (?, ?)
     ORDER BY display_date DESC, document_id DESC LIMIT 1`,
  ).get(...place)
  const after = statement(
    database,
    `SELECT kind, document_id FROM documents WHERE column_id = ? AND (display_date, document_id) > (?, ?)
     ORDER BY display_date, document_id LIMIT 1`,
  ).get(...place)
  return [before, after]
    .filter((row) => row !== undefined)
    .map((row) => keys.neighbours(row.kind as Kind, String(row.document_id)))
}

/** Newer posts that this one is related to, or would be: what they see of it is its place and its terms. */
const affectedByTerms = (database: DatabaseSync, post: Post): [string, string][] => {
  const place = placeOf(post)
  const terms = termsOfPost(database, post.kind, post.documentId)
  const seen = [place.date, ...terms].join(' ')
  return postsLookingAt(database, terms, place).map(({ kind, documentId }) => [keys.related(kind, documentId), seen])
}

const claimsOf = (former: Post['formerAddresses']): [string, string][] =>
  former.map(({ column, slug, leftAt }) => [keys.claims(column ?? NO_COLUMN, slug), new Date(leftAt).toISOString()])

/** How far from the newest post of its column one stands; 1 for the newest. */
const ranksOf = (database: DatabaseSync, { column, ...post }: Post) => {
  const total = countPosts(database, column)
  const ordinal = countBefore(database, column, placeOf(post)) + 1
  return { total, ordinal, rank: total - ordinal + 1 }
}

const pinsOf = (database: DatabaseSync, columnId: string): number =>
  Number(
    statement(database, 'SELECT count(*) AS pins FROM documents WHERE column_id = ? AND pinned_until IS NOT NULL').get(
      columnId,
    )?.pins,
  )

/** What is said of a post where its last change is named. */
const changed = (post: Post): string => `${post.column} ${post.slug} ${post.updatedAt}`

/** Pages and feeds of tags and topics show their newest posts. */
const affectedByGathered = (database: DatabaseSync, post: Post, card: string, fed: string): [string, string][] =>
  gatheringsOf(post)
    .filter((gathering) => isAmongNewest(database, gathering, placeOf(post), MOST_FED))
    .flatMap(([gathering, id]) => [
      [keys.gatheredCards(gathering, id), card],
      [keys.gatheredFeed(gathering, id), fed],
    ])

/** The lists of a column show its newest posts and its pinned ones; of the others they know at most how many there are. */
const affectedByListed = (database: DatabaseSync, post: Post, card: string, fed: string): Affected => {
  const { total, ordinal, rank } = ranksOf(database, post)
  const pageSize = pageSizeOf(database, post.column)
  const place = `${post.column} ${post.displayDate}`
  const isPinned = post.pinnedUntil !== null
  const affected = new Map([[keys.neighbours(post.kind, post.documentId), place]])
  for (const key of neighbourKeys(database, post)) affected.set(key, card)
  const onFront = isPinned || rank <= pageSize + pinsOf(database, post.column)
  affected.set(keys.columnFront(post.column), onFront ? card : 'counted')
  if (isPinned || rank <= MOST_NEWEST) affected.set(keys.columnNewest(post.column), card)
  if (rank <= MOST_FED) affected.set(keys.columnFeed(post.column), fed)
  affected.set(keys.sitemapMonth(monthOf(post)), changed(post))
  affected.set(keys.sitemapMonths, changed(post))
  const archive = {
    columnId: post.column,
    page: archivePageOf(ordinal, pageSize),
    lastPage: lastArchivePage(total, pageSize),
    fingerprint: `${card} ${place}`,
  }
  return { keys: affected, archive }
}

const affectedByPost = (database: DatabaseSync, post: Post): Affected => {
  const { formerAddresses, ...shown } = timeless(post)
  const whole = fingerprint(shown)
  const card = fingerprint(cardOf(post))
  const affected = new Map([
    ...claimsOf(formerAddresses),
    [keys.claims(post.column, post.slug), 'stands'],
    [keys.document(post.kind, post.documentId), whole],
    [keys.card(post.kind, post.documentId), card],
    [keys.address(post.kind, post.documentId), `${post.column} ${post.slug}`],
    [keys.slug(post.column, post.slug), whole],
    ...affectedByTerms(database, post),
  ])
  if (post.kind === 'article' && post.representative)
    affected.set(keys.backrefs('representative', post.representative), card)
  if (post.kind === 'lesson' && post.topic) affected.set(keys.backrefs('topic', post.topic), card)
  if (post.kind === 'policy') {
    for (const target of post.replaces) affected.set(keys.backrefs('replaces', target), card)
  }
  const fed = `${whole} ${post.updatedAt}`
  // also of a hidden column: it counts among the newest
  for (const [key, shown] of affectedByGathered(database, post, card, fed)) affected.set(key, shown)
  if (!listed(database, post.column)) return { keys: affected, archive: null }
  const lists = affectedByListed(database, post, card, fed)
  return { keys: new Map([...affected, ...lists.keys]), archive: lists.archive }
}

const affectedByPage = (page: DocumentOf<'page'>): Map<string, string> => {
  const { formerAddresses, ...shown } = timeless(page)
  const whole = fingerprint(shown)
  const affected = new Map([
    ...claimsOf(formerAddresses),
    [keys.document('page', page.documentId), whole],
    [keys.address('page', page.documentId), `${page.column} ${page.slug}`],
  ])
  if (page.column) return affected.set(keys.backrefs('column', page.column), whole)
  return affected
    .set(keys.slug(NO_COLUMN, page.slug), whole)
    .set(keys.claims(NO_COLUMN, page.slug), 'stands')
    .set(keys.freePages, fingerprint([page.title, page.slug]))
    .set(keys.freePageSummaries, fingerprint(page.summary))
}

const affectedByGathering = (gathering: Gathering, document: DocumentOf<Gathering>): [string, string][] => [
  [keys.whole(gathering), fingerprint(timeless(document))],
  [keys.gatheringSlug(gathering, document.slug), fingerprint(timeless(document))],
]

const affectedByOther = (kind: Exclude<Kind, PostKind>, document: DocumentOf<Kind>): Map<string, string> => {
  const own: [string, string] = [keys.document(kind, document.documentId), fingerprint(timeless(document))]
  switch (kind) {
    case 'column':
      return new Map([own, [keys.columns, fingerprint(navigationOf(document as DocumentOf<'column'>))]])
    case 'page':
      return affectedByPage(document as DocumentOf<'page'>)
    case 'site-setting': {
      const { leads, greyFrom, greyUntil, greyScope, ...settings } = timeless(document as DocumentOf<'site-setting'>)
      return new Map([
        own,
        [keys.settings, fingerprint(settings)],
        [keys.leads, fingerprint(leads)],
        [keys.mourning, fingerprint([greyFrom, greyUntil, greyScope])],
      ])
    }
    case 'topic':
      return new Map([own, ...affectedByGathering('topic', document as DocumentOf<'topic'>)])
    case 'link':
    case 'link-group':
    case 'contact':
      return new Map([own, [keys.whole(kind), fingerprint(timeless(document))]])
    case 'tag':
      return new Map([own, ...affectedByGathering('tag', document as DocumentOf<'tag'>)])
    default:
      return kind satisfies never
  }
}

/**
 * The keys that depend on a document as the read model holds it now; empty where it does not hold it.
 * Call it before and after a change and pass both answers to `affectedKeys`.
 */
export const affectedBy = (database: DatabaseSync, kind: Kind, documentId: string): Affected => {
  const document = storedDocument(database, kind, documentId)
  if (document === null) return { keys: new Map(), archive: null }
  if (isPostKind(kind)) return affectedByPost(database, { ...document, kind } as Post)
  return { keys: affectedByOther(kind, document), archive: null }
}

/** The keys whose readers must render again after a change. */
export const affectedKeys = (before: Affected, after: Affected): Set<string> => {
  const touched = new Set(touchedArchivePages(before.archive, after.archive))
  for (const key of [...before.keys.keys(), ...after.keys.keys()])
    if (before.keys.get(key) !== after.keys.get(key)) touched.add(key)
  return touched
}
