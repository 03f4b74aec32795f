/** Which dependency keys a change touches. It must match the queries exactly; affected.test.ts holds them together. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { countPosts } from './addresses.ts'
import { archivePageOf, lastArchivePage } from './archive.ts'
import { cardOf, isPostKind, type Post } from './cards.ts'
import type { DocumentOf, Kind } from './documents.ts'
import { keys } from './keys.ts'
import { listsPosts, navigationOf, readColumns } from './navigation.ts'
import { NO_COLUMN, storedDocument } from './read-model.ts'
import { statement } from './reads.ts'

/** Key → fingerprint of what a reader of that key sees of the document. */
export type Affected = ReadonlyMap<string, string>

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
  const place = [post.column, new Date(post.displayDate).toISOString(), post.documentId] as const
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

const ordinalOf = (database: DatabaseSync, post: Post): number =>
  Number(
    statement(
      database,
      'SELECT count(*) AS ordinal FROM documents WHERE column_id = ? AND (display_date, document_id) <= (?, ?)',
    ).get(post.column, new Date(post.displayDate).toISOString(), post.documentId)?.ordinal,
  )

const claimsOf = (former: Post['formerAddresses']): [string, string][] =>
  former.map(({ column, slug, leftAt }) => [keys.claims(column ?? NO_COLUMN, slug), new Date(leftAt).toISOString()])

const affectedByPost = (database: DatabaseSync, post: Post): Map<string, string> => {
  const whole = fingerprint(post)
  const card = fingerprint(cardOf(post))
  const place = `${post.column} ${post.displayDate}`
  const affected = new Map([
    ...claimsOf(post.formerAddresses),
    [keys.claims(post.column, post.slug), 'stands'],
    [keys.document(post.kind, post.documentId), whole],
    [keys.card(post.kind, post.documentId), card],
    [keys.address(post.kind, post.documentId), `${post.column} ${post.slug}`],
    [keys.slug(post.column, post.slug), whole],
  ])
  if (post.kind === 'article' && post.representative)
    affected.set(keys.backrefs('representative', post.representative), card)
  if (post.kind === 'lesson' && post.topic) affected.set(keys.backrefs('topic', post.topic), card)
  if (post.kind === 'policy') {
    for (const target of post.replaces) affected.set(keys.backrefs('replaces', target), card)
  }
  if (!listed(database, post.column)) return affected

  affected.set(keys.columnFront(post.column), card)
  affected.set(keys.columnNewest(post.column), card)
  affected.set(keys.columnFeed(post.column), whole)
  affected.set(keys.neighbours(post.kind, post.documentId), place)
  for (const key of neighbourKeys(database, post)) affected.set(key, card)

  const pageSize = storedDocument(database, 'column', post.column)?.pageSize ?? 20
  const own = archivePageOf(ordinalOf(database, post), pageSize)
  const last = lastArchivePage(countPosts(database, post.column), pageSize)
  // A post that stays in its place changes its own page alone; one that comes or goes moves all later ones.
  for (let page = own; page <= last; page += 1)
    affected.set(keys.archivePage(post.column, page), page === own ? `${card} ${place}` : place)
  return affected
}

const affectedByPage = (page: DocumentOf<'page'>): Map<string, string> => {
  const whole = fingerprint(page)
  const affected = new Map([
    ...claimsOf(page.formerAddresses),
    [keys.document('page', page.documentId), whole],
    [keys.address('page', page.documentId), `${page.column} ${page.slug}`],
  ])
  if (page.column) return affected.set(keys.backrefs('column', page.column), whole)
  affected.set(keys.slug(NO_COLUMN, page.slug), whole).set(keys.claims(NO_COLUMN, page.slug), 'stands')
  return affected.set(keys.freePages, fingerprint([page.title, page.slug, page.summary]))
}

/**
 * The keys that depend on a document as the read model holds it now; empty where it does not hold it.
 * Call it before and after a change and pass both answers to `affectedKeys`.
 */
export const affectedBy = (database: DatabaseSync, kind: Kind, documentId: string): Affected => {
  const document = storedDocument(database, kind, documentId)
  if (document === null) return new Map()
  if (isPostKind(kind)) return affectedByPost(database, { ...document, kind } as Post)
  const own: [string, string] = [keys.document(kind, documentId), fingerprint(timeless(document))]
  switch (kind) {
    case 'column':
      return new Map([own, [keys.columns, fingerprint(navigationOf(document as DocumentOf<'column'>))]])
    case 'page':
      return affectedByPage(document as DocumentOf<'page'>)
    case 'site-setting': {
      const { leads, ...settings } = timeless(document as DocumentOf<'site-setting'>)
      return new Map([own, [keys.settings, fingerprint(settings)], [keys.leads, fingerprint(leads)]])
    }
    case 'link':
    case 'link-group':
    case 'topic':
    case 'contact':
      return new Map([own, [keys.whole(kind), fingerprint(timeless(document))]])
    case 'tag':
      return new Map([own])
    default:
      return kind satisfies never
  }
}

/** The keys whose readers must render again after a change. */
export const affectedKeys = (before: Affected, after: Affected): Set<string> => {
  const touched = new Set<string>()
  for (const key of [...before.keys(), ...after.keys()]) if (before.get(key) !== after.get(key)) touched.add(key)
  return touched
}
