/** Asks the CMS what a link opens: the draft, what it needs around it, and whose page is shown. */
import { z } from 'zod'
import { type Kind, kinds } from '../../src/content/documents.ts'

const ANSWER_WITHIN_MS = 10_000

const kind = z.enum(kinds as [Kind, ...Kind[]])

const arrangementSchema = z.object({
  shows: z.enum(['draft', 'published', 'saved']),
  documents: z.array(z.object({ kind, document: z.unknown() })),
  target: z.object({ kind, documentId: z.string().min(1) }).nullable(),
  /** Chinese sentences for the editor: what is missing, what readers will not see */
  notes: z.array(z.string()),
})
export type Arrangement = z.infer<typeof arrangementSchema>

/** @throws Error when the CMS is away, refuses, or answers in another shape */
export async function fetchArrangement(cmsUrl: string, token: string, link: string): Promise<Arrangement> {
  const response = await fetch(new URL('/api/preview/document', cmsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ link }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  if (!response.ok) throw new Error(`the CMS answered ${response.status} to a preview link`)
  const { data } = z.object({ data: arrangementSchema }).parse(await response.json())
  return data
}
