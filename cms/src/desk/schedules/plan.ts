/** Plans a document: everything that stands in the way is said at once, or everything is written in one transaction. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { refuse } from '../../content-api/refuse'
import { isPostKind, type Kind, uidOf } from '../../domain/content/kinds'
import { refusals } from '../../domain/content/refusals'
import { fingerprintOf } from '../../domain/content/snapshot'
import { checkPlan, type Planned, type PlanProblem } from '../../domain/schedule/check-plan'
import { dueOf, type Plan, type ScheduleAction, scheduleActions } from '../../domain/schedule/schedule'
import { SCHEDULES_CHANGED } from '../../jobs/schedules/start'
import { withdrawSchedules } from '../../stores/schedule-withdrawals'
import { addSchedule, lastSchedulesOf, type Planner, type Schedule } from '../../stores/schedules'
import { readSnapshot } from '../../stores/snapshots'
import { reviewsMissing } from './reviews-missing'

type Draft = { pinnedUntil?: string | null; column?: { kind: string; visible: boolean } | null }

export const isDrafted = (strapi: Core.Strapi, kind: Kind) =>
  strapi.contentType(uidOf(kind)).options?.draftAndPublish === true

/** @returns null when there is no such draft */
async function factsOf(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Planned | null> {
  const query = strapi.db.query(uidOf(kind))
  const hasColumn = 'column' in strapi.contentType(uidOf(kind)).attributes
  const draft: Draft | null = await query.findOne({
    where: { documentId, publishedAt: null },
    ...(hasColumn ? { populate: { column: { select: ['id', 'kind', 'visible'] } } } : {}),
  })
  if (!draft) return null
  const { column, pinnedUntil } = draft
  return {
    isPublic: (await query.count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0,
    needsColumn: isPostKind(kind),
    column: column ? { visible: column.visible, takesKind: !isPostKind(kind) || column.kind === kind } : null,
    pinnedUntil: pinnedUntil ? new Date(pinnedUntil) : null,
    reviewsMissing: await reviewsMissing(strapi, kind, documentId),
  }
}

const isOpen = (schedule: Schedule | null): schedule is Schedule =>
  schedule?.state === 'planned' || schedule?.state === 'running'

export const planOf = ({ publish, unpublish }: { publish: Schedule | null; unpublish: Schedule | null }): Plan => ({
  publishAt: isOpen(publish) ? publish.dueAt : null,
  unpublishAt: isOpen(unpublish) ? unpublish.dueAt : null,
})

const wordProblem = ({ code, field, details }: PlanProblem) => ({
  ...{ code, field },
  message: details ? `${refusals[code]}还差：${details.join('、')}。` : refusals[code],
})

function refuseProblems(found: PlanProblem[]) {
  const problems = found.map(wordProblem)
  const message = [...new Set(problems.map((problem) => problem.message))].join('')
  throw new errors.ValidationError(message, {
    code: problems.length === 1 ? problems[0].code : 'SCHEDULE_REFUSED',
    problems,
  })
}

type Change = { strapi: Core.Strapi; kind: Kind; documentId: string; planner: Planner; now: Date }

async function change(
  { strapi, kind, documentId, planner, now }: Change,
  action: ScheduleAction,
  wanted: Date | null,
  last: Schedule | null,
) {
  if (isOpen(last) && last.dueAt.getTime() === wanted?.getTime()) return
  const reason = wanted ? 'replaced' : 'cancelled'
  const withdrawn = await withdrawSchedules(strapi, kind, documentId, reason, now, [action])
  if (isOpen(last) && withdrawn === 0) refuse('SCHEDULE_GONE')
  if (!wanted) return
  const snapshot = await readSnapshot(strapi, kind, documentId, 'draft')
  const fingerprint = snapshot && fingerprintOf(snapshot)
  await addSchedule(strapi, { kind, documentId, action, dueAt: wanted, planner, plannedAt: now, fingerprint })
}

const IS_TAKEN = /UNIQUE constraint failed: schedules|schedules_one_open/

/** @throws ValidationError with `details.problems` when it cannot be planned like this */
export async function planDocument(
  strapi: Core.Strapi,
  { kind, documentId }: { kind: Kind; documentId: string },
  wanted: Plan,
  planner: Planner,
  now: Date,
): Promise<void> {
  if (!isDrafted(strapi, kind)) refuse('SCHEDULE_NO_DRAFTS')
  const facts = await factsOf(strapi, kind, documentId)
  if (!facts) refuse('SCHEDULE_NOT_SAVED')
  const work = strapi.db.transaction(async () => {
    const last = await lastSchedulesOf(strapi, kind, documentId)
    const problems = checkPlan(wanted, planOf(last), facts, now)
    if (problems.length > 0) refuseProblems(problems)
    for (const action of scheduleActions)
      await change({ strapi, kind, documentId, planner, now }, action, dueOf(wanted, action), last[action])
  })
  await work.catch((error: Error) => {
    // somebody else planned the same in this very moment
    if (IS_TAKEN.test(error.message)) refuse('SCHEDULE_GONE')
    throw error
  })
  await strapi.eventHub.emit(SCHEDULES_CHANGED)
}

/** Moves one that is planned, the other action of its document stays. */
export async function moveSchedule(strapi: Core.Strapi, schedule: Schedule, dueAt: Date, planner: Planner, now: Date) {
  if (schedule.state !== 'planned') refuse('SCHEDULE_GONE')
  const last = await lastSchedulesOf(strapi, schedule.kind, schedule.documentId)
  if (last[schedule.action]?.id !== schedule.id) refuse('SCHEDULE_GONE')
  const plan = planOf(last)
  const wanted = schedule.action === 'publish' ? { ...plan, publishAt: dueAt } : { ...plan, unpublishAt: dueAt }
  await planDocument(strapi, schedule, wanted, planner, now)
}
