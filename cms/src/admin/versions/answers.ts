/** What `src/desk/versions` answers, as it arrives: instants are ISO strings. */
import type { Snapshot } from '../../domain/content/snapshot'
import type { FieldFacts } from '../../domain/versions/fields'
import type { VersionCause } from '../../domain/versions/version'

export type Version = {
  number: number
  cause: VersionCause
  restoredFrom: number | null
  actor: string | null
  at: string
  publishedAt: string | null
  publishedBy: string | null
}

export type VersionList = { versions: Version[]; mayRestore: boolean; isDrafted: boolean; now: string }
export type InWords = { fields: FieldFacts[]; titles: Record<string, string> }
export type FullVersion = Version & InWords & { snapshot: Snapshot }
export type Current = InWords & { snapshot: Snapshot; updatedAt: string }
export type Meanwhile = InWords & {
  theirs: Snapshot
  base: Snapshot | null
  updatedAt: string
  last: Version | null
}
export type Gone = { label: string; name: string }
