/** What the journal keeps of a page that was tried. To be called within a transaction. */
import type { DatabaseSync } from 'node:sqlite'
import type { StandingPage } from '../journal/pages.ts'
import type { Journal } from '../journal.ts'
import type { Placed } from '../media/place.ts'
import type { FailedPage } from './make-page.ts'
import { ownerOf } from './owner.ts'

export type FinishedPage = Omit<StandingPage, 'media'> & { media: readonly Placed[] }

/** A page that was stale when it was rendered would be rendered for ever. */
export const withSoundStaleness = <P extends { staleAt: string | null }>(page: P, renderedAt: Date): P =>
  page.staleAt !== null && page.staleAt <= renderedAt.toISOString() ? { ...page, staleAt: null } : page

/** It stands in the tree, its uploads do too. */
export function finishStaged(journal: Journal, page: FinishedPage, at: Date): void {
  const standing = page.media.filter(({ state }) => state !== 'missing')
  const missing = page.media.filter(({ state }) => state === 'missing')
  for (const { name, bytes } of standing) journal.mediaStands(name, bytes)
  journal.finishPage({ ...page, media: standing.map(({ name }) => name) }, at.toISOString())
  journal.replaceMissing(
    page.address,
    missing.map(({ name }) => name),
  )
}

/** What stood before still stands, where something stood. */
export function finishFailed(database: DatabaseSync, journal: Journal, failed: FailedPage): void {
  const { address, isNew, code, reason } = failed
  const { kind = null, documentId = null } = ownerOf(database, address) ?? {}
  journal.finishFailure({ kind, documentId, address, code, reason, oldStands: !isNew })
}
