/** What `src/desk/schedules` answers, as it arrives: instants are ISO strings. */
import type { PlanField } from '../../domain/schedule/check-plan'
import type { ScheduleAction, ScheduleState } from '../../domain/schedule/schedule'

export type PlannedAction = {
  id: number
  dueAt: string
  state: ScheduleState
  attempts: number
  nextTryAt: string
  doneAt: string | null
  plannedBy: string | null
  error: string | null
  withdrawn: string | null
}

export type DocumentPlan = Record<ScheduleAction, PlannedAction | null> & {
  isPublic: boolean
  isChanged: boolean
  pinnedUntil: string | null
  mayPlan: boolean
  now: string
}

export type Problem = { code: string; field: PlanField | null; message: string }

export type CalendarEntry = {
  id: string
  scheduleId: number | null
  uid: string
  documentId: string
  title: string | null
  column: { documentId: string; name: string } | null
  action: ScheduleAction
  state: ScheduleState | 'published'
  at: string
  error: string | null
  isConflict: boolean
  mayMove: boolean
}

type OverviewItem = {
  id: number
  uid: string
  documentId: string
  title: string | null
  action: ScheduleAction
  dueAt: string
  error: string | null
}
export type Overview = { failed: OverviewItem[]; planned: OverviewItem[]; now: string }
