/** What is planned for one document, in the shape that the panel beside the form shows. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../../domain/content/kinds'
import { fingerprintOf } from '../../domain/content/snapshot'
import { withdrawalWords } from '../../domain/schedule/withdrawal'
import { lastSchedulesOf, type Schedule } from '../../stores/schedules'
import { readSnapshot } from '../../stores/snapshots'

/** What somebody did on purpose needs no mention. */
const isNews = ({ withdrawnBecause }: Schedule) => withdrawnBecause !== 'cancelled' && withdrawnBecause !== 'replaced'

function describeSchedule(schedule: Schedule | null) {
  if (!schedule || !isNews(schedule)) return null
  const { id, dueAt, state, attempts, nextTryAt, error, withdrawnBecause, planner, doneAt } = schedule
  return {
    ...{ id, dueAt, state, attempts, nextTryAt, doneAt, plannedBy: planner.name || null },
    error: state === 'done' ? null : (error?.text ?? null),
    withdrawn: withdrawnBecause && withdrawalWords[withdrawnBecause],
  }
}

export async function describePlan(strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) {
  const { publish, unpublish } = await lastSchedulesOf(strapi, kind, documentId)
  const snapshot = await readSnapshot(strapi, kind, documentId, 'draft')
  const isPublic =
    (await strapi.db.query(uidOf(kind)).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
  return {
    publish: describeSchedule(publish),
    unpublish: describeSchedule(unpublish),
    isPublic,
    /** saved again since it was planned: what is saved last goes out */
    isChanged: publish?.state === 'planned' && snapshot !== null && publish.fingerprint !== fingerprintOf(snapshot),
    pinnedUntil: snapshot?.pinnedUntil ?? null,
    now,
  }
}
