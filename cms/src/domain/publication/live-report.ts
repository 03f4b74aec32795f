/** What the publisher tells after each batch. The site has the same shape; `tests/contract.test.ts` keeps the two alike. */
import { z } from 'zod'
import { type Kind, kinds } from '../content/kinds'

export const failureCodes = [
  'RENDER_FAILED',
  'RENDER_TIMEOUT',
  'WRITE_FAILED',
  'INVALID_DOCUMENT',
  'MEDIA_MISSING',
] as const
export const problemCodes = ['DISK_FULL', 'READ_ONLY', 'PAUSED', 'UNEXPECTED'] as const

export type FailureCode = (typeof failureCodes)[number]
export type ProblemCode = (typeof problemCodes)[number]

const MAX_PAGES_NAMED = 50
const MAX_REASON = 500
const MAX_NAME = 200
const MAX_ADDRESS = 2000

const count = z.number().int().nonnegative()
const instant = z.iso.datetime({ offset: true })
const address = z.string().max(MAX_ADDRESS)
const shortened = (max: number) => z.string().transform((text) => text.slice(0, max))

const changeSchema = z.object({
  sequence: z.number().int().positive(),
  durationMs: z.number().nonnegative(),
  pages: z.array(address).transform((pages) => pages.slice(0, MAX_PAGES_NAMED)),
  pageCount: count,
})

const failureSchema = z.object({
  kind: z.string().nullable(),
  documentId: z.string().nullable(),
  address,
  code: z.enum(failureCodes),
  reason: shortened(MAX_REASON),
  oldStands: z.boolean(),
})

export const healthSchema = z.object({
  queue: count,
  pages: count,
  treeBytes: count,
  freeBytes: count,
  release: shortened(MAX_NAME).nullable(),
  rebuild: z.object({ done: count, total: count, startedAt: instant }).nullable(),
})

export const problemSchema = z.object({ code: z.enum(problemCodes), reason: shortened(MAX_REASON) }).nullable()

export const liveReportSchema = z.object({
  sequence: count,
  liveAt: instant,
  changes: z.array(changeSchema),
  failures: z.array(failureSchema),
  problem: problemSchema,
  health: healthSchema,
})

export type LiveReport = z.infer<typeof liveReportSchema>
export type LiveChange = LiveReport['changes'][number]
export type LiveFailure = LiveReport['failures'][number]
export type EngineProblem = LiveReport['problem']
export type EngineHealth = LiveReport['health']

const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind)

/** The document a failure is put down to, or null where it is nobody's. */
export function culpritOf({ kind, documentId }: LiveFailure): { kind: Kind; documentId: string } | null {
  return kind !== null && documentId !== null && isKind(kind) ? { kind, documentId } : null
}

/**
 * Whether a report tells something newer than what is known: one that was delayed on the way must not bring back failures
 * that are over. An instant that lies in the future comes from a clock that was put back since, and proves nothing.
 */
export function isNewer(liveAt: Date, known: Date | null, now: Date): boolean {
  return known === null || known > now || liveAt >= known
}
