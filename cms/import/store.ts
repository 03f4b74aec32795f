/** Where imported policies live: the CMS, or memory in tests. */
import type { ParsedPolicy } from './parse-policy.ts'
import type { Validity } from './versions.ts'

export type StoredPolicy = {
  documentId: string
  key: string
  /** sha256 of the source as it was imported */
  hash: string
  title: string
  versionDate: string | null
  effectiveOn: string | null
  /** comparable titles, read from the body again */
  repeals: string[]
  validity: Validity
  /** document ids */
  replaces: string[]
  isPublished: boolean
  /** it is public, or was before somebody took it down; otherwise it waits for its review */
  wasPublic: boolean
  /** somebody saved it at the desk after the import */
  isEdited: boolean
}

export type PolicyEntry = {
  /** the document to update; null creates one */
  documentId: string | null
  key: string
  hash: string
  policy: ParsedPolicy
  validity: Validity
}

export type Saved = { ok: true; documentId: string } | { ok: false; reason: string }

export type PolicyLink = { documentId: string; validity: Validity; replaces: string[] }

export type PolicyStore = {
  imported(): Promise<StoredPolicy[]>
  /** All of them saved in one transaction, and published where they may be; a refused one does not hold back the others. */
  save(entries: readonly PolicyEntry[]): Promise<Saved[]>
  /** Relations and validity, in one transaction; published where they may be. */
  link(links: readonly PolicyLink[]): Promise<void>
}
