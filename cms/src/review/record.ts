/** Adds one act to a piece, and what follows from it at once: its place in the work lists, and who is told. */
import type { Core } from '@strapi/types'
import { refuse } from '../content-api/refuse'
import type { ReviewAct } from '../domain/review/acts'
import { type Review, resolveReview } from '../domain/review/state'
import { appendAct } from '../stores/review-acts'
import { putWork, type WorkStatus } from '../stores/review-work'
import type { KnownReview } from '../stores/reviews'
import { tell } from './tell'

export type NewAct = Omit<ReviewAct, 'step' | 'fingerprint'>

function statusOf({ round, permission }: Review): WorkStatus {
  if (round === null) return permission ? 'permitted' : 'published'
  return round.end ?? 'open'
}

/** The public sees a version that has not passed its levels. */
export function isPublicUrgently(acts: readonly ReviewAct[], { missing }: Review): boolean {
  const last = acts.findLast(({ act }) => act === 'published' || act === 'publishedUrgently')
  return last?.act === 'publishedUrgently' && missing.length > 0
}

/**
 * Must run inside a transaction.
 * @param isQuiet where nobody waits for the news: the sample, an import
 * @returns the review as the act leaves it
 */
export async function record(strapi: Core.Strapi, known: KnownReview, given: NewAct, isQuiet = false): Promise<Review> {
  const { kind, documentId, fingerprint, acts, review } = known
  const act = { ...given, step: acts.length + 1, fingerprint }
  if (!(await appendAct(strapi, kind, documentId, act))) refuse('REVIEW_MOVED_ON')
  const after = resolveReview([...acts, act], fingerprint, review.required)
  const submitter = after.round?.submission.actor ?? act.actor
  const authors = act.act === 'submitted' && act.actor.id !== null ? [...known.authors, act.actor.id] : known.authors
  await putWork(strapi, {
    ...{ kind, documentId, title: known.title, columnId: known.columnId, status: statusOf(after) },
    ...{ submitterId: submitter.id, submitterName: submitter.name, authorIds: [...new Set(authors)] },
    approverIds: after.round?.approvals.flatMap(({ actor }) => actor.id ?? []) ?? [],
    ...{ isUrgent: isPublicUrgently([...acts, act], after), at: act.at },
  })
  if (!isQuiet) await tell(strapi, { ...known, authors }, act, after)
  return after
}
