/**
 * Notes which posts went live for the first time; the portal's server tells the devices. It is called within the
 * transaction that says a batch is done: a batch that is done again notes nothing twice, as a post is known from then on.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import { type Announcements, openAnnouncements, type PostId } from '../../push/announcements.ts'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { isPostKind } from '../../src/content/cards.ts'
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { listsPosts, readColumns } from '../../src/content/navigation.ts'
import { statement } from '../../src/content/reads.ts'
import { ownerOf } from '../batch/owner.ts'
import type { OnTreeChanged, TreeEvent } from '../follow/hooks.ts'
import type { Journal } from '../journal.ts'

/** A post with an older display date was brought in, not written now: nobody is told. */
export const NEWS_FOR_MS = 7 * 24 * 3600_000

type Post = PostId & { displayDate: string }
type Parts = {
  database: DatabaseSync
  /** opened at the first event: a full disk at the start must not keep the publisher from its work */
  openPush: () => DatabaseSync
  journal: Pick<Journal, 'hashOf'>
  logger: Logger
  now?: () => Date
}

const postFrom = (row: Record<string, unknown>): Post => ({
  kind: String(row.kind),
  documentId: String(row.document_id),
  displayDate: String(row.display_date),
})

/** Those whose own page was just written. */
function writtenPosts(database: DatabaseSync, files: readonly string[]): Post[] {
  const dateOf = statement(database, 'SELECT display_date FROM documents WHERE kind = ? AND document_id = ?')
  return files.flatMap((file) => {
    const owner = file.endsWith('/index.html') && ownerOf(database, `/${file.slice(0, -'index.html'.length)}`)
    if (!owner || !isPostKind(owner.kind)) return []
    const displayDate = String(dateOf.get(owner.kind, owner.documentId)?.display_date)
    return { kind: owner.kind, documentId: owner.documentId, displayDate }
  })
}

/** What batches of a release note themselves need not be looked for in it again. */
const oldPosts = (database: DatabaseSync, recentFrom: string): Iterable<Record<string, unknown>> =>
  statement(
    database,
    'SELECT kind, document_id, display_date FROM documents WHERE column_id IS NOT NULL AND display_date < ?',
  ).iterate(recentFrom)

/** Recent ones whose page stands: also those that could not be noted when they went live. */
function recentPosts({ database, journal }: Parts, recentFrom: string): Post[] {
  const recent = statement(
    database,
    'SELECT kind, document_id, display_date FROM documents WHERE column_id = ? AND display_date >= ? ORDER BY display_date',
  )
  const stands = ({ kind, documentId }: Post) => {
    const address = addressOf(database, kind as Kind, documentId)
    return address !== null && journal.hashOf(address) !== null
  }
  const columns = readColumns(database).filter(listsPosts)
  return columns.flatMap(({ documentId }) => recent.all(documentId, recentFrom).map(postFrom).filter(stands))
}

/** Before the first look everything is old: a portal that is set up, or restored, tells nobody of all it has. */
function everyPost(database: DatabaseSync): Post[] {
  const all = 'SELECT kind, document_id, display_date FROM documents WHERE column_id IS NOT NULL'
  return statement(database, all).all().map(postFrom)
}

export function announcing(parts: Parts) {
  const { database, openPush, logger, now = () => new Date() } = parts
  let opened: { push: DatabaseSync; announcements: Announcements } | null = null

  function open() {
    if (opened) return opened
    const push = openPush()
    opened = { push, announcements: openAnnouncements(push) }
    return opened
  }

  function note(announcements: Announcements, posts: Iterable<Post>, at: Date, recentFrom: string) {
    for (const post of posts)
      if (announcements.know(post) && post.displayDate >= recentFrom) announcements.announce(post, at.getTime())
  }

  function take(announcements: Announcements, event: TreeEvent) {
    const seen = announcements.releaseSeen()
    const name = 'release' in event ? event.release : (seen ?? '')
    if (seen === null) for (const post of everyPost(database)) announcements.know(post)
    if (seen !== name) announcements.seeRelease(name)
    if (seen === null) return
    const at = now()
    const recentFrom = new Date(at.getTime() - NEWS_FOR_MS).toISOString()
    if ('written' in event) return note(announcements, writtenPosts(database, event.written), at, recentFrom)
    if (seen !== name) for (const row of oldPosts(database, recentFrom)) announcements.know(postFrom(row))
    note(announcements, recentPosts(parts, recentFrom), at, recentFrom)
  }

  const treeChanged: OnTreeChanged = (event) => {
    try {
      const { push, announcements } = open()
      inTransaction(push, () => take(announcements, event))
    } catch (error) {
      // what was not noted is found at the next start
      logger.warn({ err: error }, 'new posts could not be noted')
    }
  }
  return { treeChanged, close: () => opened?.push.close() }
}
