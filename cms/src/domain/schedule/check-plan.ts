/** Whether a document can be planned like this. Everything that is wrong is said at once. */
import type { RefusalCode } from '../content/refusals'
import type { Plan } from './schedule'

export type PlanField = 'publishAt' | 'unpublishAt'
export type PlanProblemCode = Extract<RefusalCode, `SCHEDULE_${string}`>
export type PlanProblem = { code: PlanProblemCode; field: PlanField | null; details?: readonly string[] }

/** What has to be known of the document. */
export type Planned = {
  isPublic: boolean
  /** does it stand in a column: always for posts, sometimes for pages */
  needsColumn: boolean
  /** null when none is chosen */
  column: { visible: boolean; takesKind: boolean } | null
  pinnedUntil: Date | null
  /** what reviews are still missing, in Chinese words; empty when it may be published */
  reviewsMissing: readonly string[]
}

const YEARS_AHEAD = 2
/** a moment that is this near would be over before the answer is read */
const EARLIEST_MS = 1000

/** The same moment two years on; 29 February becomes 1 March. */
export function latestDue(now: Date): Date {
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + YEARS_AHEAD)
  return latest
}

function checkMoment(field: PlanField, due: Date, now: Date): PlanProblem[] {
  if (due.getTime() < now.getTime() + EARLIEST_MS) return [{ code: 'SCHEDULE_PAST', field }]
  return due > latestDue(now) ? [{ code: 'SCHEDULE_TOO_FAR', field }] : []
}

function checkColumn({ needsColumn, column }: Planned): PlanProblem[] {
  if (!column) return needsColumn ? [{ code: 'SCHEDULE_COLUMN_MISSING', field: 'publishAt' }] : []
  if (!column.takesKind) return [{ code: 'SCHEDULE_COLUMN_KIND', field: 'publishAt' }]
  return column.visible ? [] : [{ code: 'SCHEDULE_COLUMN_HIDDEN', field: 'publishAt' }]
}

function checkPublish(publishAt: Date, document: Planned): PlanProblem[] {
  const { pinnedUntil, reviewsMissing } = document
  const problems = checkColumn(document)
  if (pinnedUntil && pinnedUntil <= publishAt) problems.push({ code: 'SCHEDULE_PIN_OVER', field: 'publishAt' })
  if (reviewsMissing.length > 0)
    problems.push({ code: 'SCHEDULE_REVIEWS_MISSING', field: 'publishAt', details: reviewsMissing })
  return problems
}

const isSame = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime()

/** @param current what is planned already: a moment that stays as it is may have come meanwhile */
export function checkPlan(wanted: Plan, current: Plan, document: Planned, now: Date): PlanProblem[] {
  const { publishAt, unpublishAt } = wanted
  const problems: PlanProblem[] = []
  if (publishAt && !isSame(publishAt, current.publishAt)) problems.push(...checkMoment('publishAt', publishAt, now))
  if (unpublishAt && !isSame(unpublishAt, current.unpublishAt))
    problems.push(...checkMoment('unpublishAt', unpublishAt, now))
  if (publishAt && unpublishAt && unpublishAt <= publishAt)
    problems.push({ code: 'SCHEDULE_ORDER', field: 'unpublishAt' })
  if (unpublishAt && !publishAt && !document.isPublic)
    problems.push({ code: 'SCHEDULE_NOTHING_TO_TAKE_DOWN', field: 'unpublishAt' })
  if (publishAt) problems.push(...checkPublish(publishAt, document))
  return problems
}
