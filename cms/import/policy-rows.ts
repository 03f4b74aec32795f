/** Between the importer's facts and the columns of the CMS. */
import { morningOf } from './dates.ts'
import { readFileName } from './file-name.ts'
import { historyLines } from './parse-policy.ts'
import type { PolicyEntry } from './store.ts'
import type { Validity } from './versions.ts'

export type Row = {
  documentId: string
  title: string
  importKey: string
  importHash: string | null
  importedAt: string | null
  updatedAt: string
  displayDate: string | null
  effectiveOn: string | null
  validity: Validity
  replaces: { documentId: string }[]
}

export const toTime = (value: string | null) => (value === null ? Number.NaN : new Date(value).getTime())

/** The key holds the date of most files; where it does not, the display date was set from the note. */
export function versionDateOf({ importKey, displayDate }: Row): string | null {
  const { date } = readFileName(importKey)
  if (date?.precision === 'day') return date.date
  const day = displayDate === null ? '' : new Date(displayDate).toISOString().slice(0, 10)
  return day !== '' && new Date(displayDate ?? '').toISOString() === morningOf(day) ? day : null
}

export function toData({ key, hash, policy, validity }: PolicyEntry) {
  const { title, issuer, documentNumber, category, adoptedOn, issuedOn, effectiveOn, versionDate } = policy
  return {
    title,
    issuer,
    documentNumber,
    subject: category,
    adoptedOn,
    issuedOn,
    effectiveOn,
    validity,
    history: historyLines(policy.history) || null,
    body: policy.body,
    source: issuer,
    ...(versionDate ? { displayDate: morningOf(versionDate) } : {}),
    importKey: key,
    importHash: hash,
  }
}
