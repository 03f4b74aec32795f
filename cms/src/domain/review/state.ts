/** Where a piece stands, derived from its acts and the fingerprint of its draft as it is now. */
import type { Actor, ReviewAct } from './acts'
import type { Level } from './levels'

export const reviewStates = [
  'notNeeded',
  'unsubmitted',
  'awaiting1',
  'awaiting2',
  'awaiting3',
  'approved',
  'returned',
] as const
export type ReviewState = (typeof reviewStates)[number]

export type Approval = ReviewAct & { level: Level }

/** From one submission to the next. */
export type Round = {
  submission: ReviewAct
  approvals: readonly Approval[]
  end: 'returned' | 'withdrawn' | 'invalidated' | 'published' | null
  endedBy: ReviewAct | null
}

export type Review = {
  state: ReviewState
  required: readonly Level[]
  /** levels that are still to be passed before this version may be public */
  missing: readonly Level[]
  /** the last round, whether or not it is about this version */
  round: Round | null
  /** a permission to publish this version without its levels, not used up */
  permission: ReviewAct | null
  /** the version that was published last has this fingerprint */
  publishedFingerprint: string | null
  /** a round is open, and the draft is no longer what was submitted: nobody has said so yet */
  isOvertaken: boolean
}

type Told = Pick<Review, 'round' | 'permission' | 'publishedFingerprint'>

const start = (submission: ReviewAct): Round => ({ submission, approvals: [], end: null, endedBy: null })

function end(round: Round | null, how: NonNullable<Round['end']>, endedBy: ReviewAct): Round | null {
  return round && round.end === null ? { ...round, end: how, endedBy } : round
}

/** An approval counts for the version that was submitted alone, and once a level. */
function approve(round: Round | null, act: ReviewAct): Round | null {
  if (!round || round.end !== null || act.level === null) return round
  if (act.fingerprint !== round.submission.fingerprint) return round
  if (round.approvals.some(({ level }) => level === act.level)) return round
  return { ...round, approvals: [...round.approvals, { ...act, level: act.level }] }
}

function tell(told: Told, act: ReviewAct): Told {
  switch (act.act) {
    case 'submitted':
      return { ...told, round: start(act) }
    case 'approved':
      return { ...told, round: approve(told.round, act) }
    case 'returned':
    case 'withdrawn':
    case 'invalidated':
      return { ...told, round: end(told.round, act.act, act) }
    case 'permitted':
      return { ...told, permission: act }
    case 'published':
      return { round: end(told.round, 'published', act), permission: null, publishedFingerprint: act.fingerprint }
    // the levels that were passed over may still look at it: the round stays open
    case 'publishedUrgently':
      return { ...told, permission: null, publishedFingerprint: act.fingerprint }
    default:
      return act.act satisfies never
  }
}

function stateOf(fits: boolean, round: Round | null, required: readonly Level[], missing: readonly Level[]) {
  if (required.length === 0) return 'notNeeded'
  const [next] = missing
  if (fits && next === undefined) return 'approved'
  // a column that asks for more since then: a round that ended in publication takes no further level
  if (fits && round?.end === null) return `awaiting${next}` as ReviewState
  return round?.end === 'returned' ? 'returned' : 'unsubmitted'
}

/** @param acts in the order of their steps */
export function resolveReview(acts: readonly ReviewAct[], fingerprint: string, required: readonly Level[]): Review {
  const none: Told = { round: null, permission: null, publishedFingerprint: null }
  const { round, permission, publishedFingerprint } = acts.reduce(tell, none)
  const isSame = round?.submission.fingerprint === fingerprint
  const fits = isSame && (round?.end === null || round?.end === 'published')
  const passed = fits ? (round?.approvals ?? []) : []
  const missing = required.filter((level) => !passed.some((approval) => approval.level === level))
  return {
    state: stateOf(fits, round, required, missing),
    required,
    missing,
    round,
    permission: permission?.fingerprint === fingerprint ? permission : null,
    publishedFingerprint,
    isOvertaken: round !== null && round.end === null && !isSame,
  }
}

/** The level that a piece waits for, or null. */
export const awaitedLevel = ({ state, missing }: Pick<Review, 'state' | 'missing'>): Level | null =>
  state === 'awaiting1' || state === 'awaiting2' || state === 'awaiting3' ? (missing[0] ?? null) : null

export const submitterOf = (review: Pick<Review, 'round'>): Actor | null => review.round?.submission.actor ?? null
