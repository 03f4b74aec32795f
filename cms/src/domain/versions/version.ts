/** One kept version of a document: what it said, who saved it, when, and how that came about. */
import type { Snapshot } from '../content/snapshot'

export const versionCauses = ['saved', 'published', 'unpublished', 'discarded', 'restored', 'imported'] as const
export type VersionCause = (typeof versionCauses)[number]

export type Version = {
  /** counted from 1 for each document */
  number: number
  cause: VersionCause
  /** the number of the version that was restored */
  restoredFrom: number | null
  actor: string | null
  at: Date
  /** the last time this content was published */
  publishedAt: Date | null
  publishedBy: string | null
}

export type FullVersion = Version & { snapshot: Snapshot }
