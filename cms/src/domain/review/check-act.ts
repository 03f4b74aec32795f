/** Who may do what to a piece now. The codes are refusals that tell people why not. */
import { ADMINISTRATOR, type Level } from './levels'
import { awaitedLevel, type Review } from './state'

export type ReviewProblem =
  | 'REVIEW_NOT_NEEDED'
  | 'REVIEW_ALREADY_SUBMITTED'
  | 'REVIEW_NOT_WAITING'
  | 'REVIEW_LEVEL_ORDER'
  | 'REVIEW_NOT_YOURS'
  | 'REVIEW_OWN_WORK'
  | 'REVIEW_TWICE'
  | 'REVIEW_NOTE_MISSING'
  | 'REVIEW_NOT_SUBMITTER'
  | 'REVIEW_NOT_URGENT'
  | 'REVIEW_REASON_TOO_SHORT'

export const LEAST_REASON_CHARACTERS = 10

export type Reviewer = {
  id: number | null
  /** codes of the desk roles that the person has */
  roles: readonly string[]
  /** levels of these roles */
  levels: readonly Level[]
  /** who created the piece, changed what it says since it was last public, or submitted it */
  isAuthor: boolean
}

export function checkSubmit(review: Review): ReviewProblem | null {
  if (review.state === 'notNeeded') return 'REVIEW_NOT_NEEDED'
  return review.state === 'unsubmitted' || review.state === 'returned' ? null : 'REVIEW_ALREADY_SUBMITTED'
}

function checkTurn(review: Review, { levels, isAuthor }: Reviewer, level: Level): ReviewProblem | null {
  const awaited = awaitedLevel(review)
  if (awaited === null) return 'REVIEW_NOT_WAITING'
  if (awaited !== level) return 'REVIEW_LEVEL_ORDER'
  if (!levels.includes(level)) return 'REVIEW_NOT_YOURS'
  return isAuthor ? 'REVIEW_OWN_WORK' : null
}

/** What no account did (seed, import) is nobody's second approval. */
const hasApproved = (review: Review, { id }: Reviewer) =>
  id !== null && (review.round?.approvals.some(({ actor }) => actor.id === id) ?? false)

export function checkApprove(review: Review, reviewer: Reviewer, level: Level): ReviewProblem | null {
  return checkTurn(review, reviewer, level) ?? (hasApproved(review, reviewer) ? 'REVIEW_TWICE' : null)
}

/** Whoever passed it on an earlier level may still stop it: that is no second approval. */
export function checkReturn(review: Review, reviewer: Reviewer, level: Level, note: string): ReviewProblem | null {
  return checkTurn(review, reviewer, level) ?? (note.trim() === '' ? 'REVIEW_NOTE_MISSING' : null)
}

export function checkWithdraw(review: Review, { isAuthor }: Reviewer): ReviewProblem | null {
  const isOpen = awaitedLevel(review) !== null || (review.state === 'approved' && review.round?.end === null)
  if (!isOpen) return 'REVIEW_NOT_WAITING'
  return isAuthor ? null : 'REVIEW_NOT_SUBMITTER'
}

export function checkUrgent(review: Review, { roles }: Reviewer, reason: string): ReviewProblem | null {
  if (!roles.includes(ADMINISTRATOR)) return 'REVIEW_NOT_YOURS'
  if (review.state === 'notNeeded' || review.state === 'approved') return 'REVIEW_NOT_URGENT'
  return Array.from(reason.trim()).length < LEAST_REASON_CHARACTERS ? 'REVIEW_REASON_TOO_SHORT' : null
}

export type PublishVerdict =
  | { ok: true; by: 'unchanged' | 'levels' | 'permission' }
  | { ok: false; missing: readonly Level[] }

/** @param isPublicAsIs this very version is what the public sees now */
export function checkPublish(review: Review, isPublicAsIs: boolean): PublishVerdict {
  if (isPublicAsIs) return { ok: true, by: 'unchanged' }
  if (review.missing.length === 0) return { ok: true, by: 'levels' }
  return review.permission ? { ok: true, by: 'permission' } : { ok: false, missing: review.missing }
}
