/** One document as the checks see it, and what must be known of the rest of the portal. */
import type { CheckedKind } from './fields'
import { addressFields, checkedFields } from './fields'
import { type ReadMarkdown, readMarkdown } from './read-markdown'
import { visibleOfPlain } from './visible'
import type { Wording } from './wording'

export type AttachedPicture = { field: string; label: string; name: string; alternativeText: string | null }

export type CheckedText = ReadMarkdown & { field: string; label: string; source: string }

export type Subject = {
  kind: CheckedKind
  texts: readonly CheckedText[]
  addresses: readonly { field: string; label: string; url: string }[]
  pictures: readonly AttachedPicture[]
}

export type TargetState = 'published' | 'draft' | 'missing'
export type LinkState = 'ok' | 'dead' | 'unknown'

export type Known = {
  today: Date
  wording: Wording
  /** of files that texts show without saying what they show: address → alternative text */
  alternativeTexts: ReadonlyMap<string, string>
  /** other documents of the same column */
  sameTitle: readonly { documentId: string; title: string }[]
  policyTitles: readonly string[]
  /** state of what internal links lead to, by the address as it stands in the text; unknown ones are missing here */
  targets: ReadonlyMap<string, TargetState>
  /** state of links to elsewhere, by address */
  links: ReadonlyMap<string, LinkState>
}

export const nothingKnown = (today: Date, wording: Wording): Known => ({
  ...{ today, wording, alternativeTexts: new Map(), sameTitle: [], policyTitles: [] },
  ...{ targets: new Map(), links: new Map() },
})

const withoutMarks = (source: string): ReadMarkdown => ({
  ...{ visible: visibleOfPlain(source), headings: [], pictures: [], links: [] },
})

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

export function subjectOf(
  kind: CheckedKind,
  values: Readonly<Record<string, unknown>>,
  pictures: readonly AttachedPicture[],
): Subject {
  return {
    kind,
    texts: Object.entries(checkedFields[kind].texts).map(([field, { label, format }]) => {
      const source = asText(values[field])
      return { field, label, source, ...(format === 'markdown' ? readMarkdown(source) : withoutMarks(source)) }
    }),
    addresses: Object.entries(addressFields[kind] ?? {}).flatMap(([field, label]) => {
      const url = asText(values[field])
      return url === '' ? [] : [{ field, label, url }]
    }),
    pictures,
  }
}
