/** What several kinds have in common. */
import { z } from 'zod'
import { files } from './media.ts'

export const instant = z.iso.datetime()
export const day = z.iso.date()
export const text = z.string().nullable()
export const documentId = z.string().min(1)

/** What every kind has. */
export const base = { documentId, publishedAt: instant, updatedAt: instant }

/** Where a document stood when it was public before, its present address not among them. `column` is null for a free page. */
export const formerAddresses = z
  .array(z.object({ column: documentId.nullable(), slug: z.string().min(1), leftAt: instant }))
  .default([])

/** What every kind that stands in a column has. */
export const post = {
  ...base,
  slug: z.string().min(1),
  column: documentId,
  displayDate: instant,
  pinnedUntil: instant.nullable(),
  source: text,
  responsibleEditor: text,
  summary: text,
  tags: z.array(documentId),
  /** files that the Markdown of this document points to */
  bodyMedia: files,
  formerAddresses,
}
