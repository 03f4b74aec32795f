/** What the calendar shows, as FullCalendar takes it. */
import type { EventInput } from '@fullcalendar/core'
import type { CalendarEntry } from '../schedule/answers'
import { schedule as texts } from '../texts/schedule'

export type Filter = { uid: string; column: string }
/** nothing chosen */
export const ALL = ''

export const isShown = ({ uid, column }: CalendarEntry, filter: Filter): boolean =>
  (filter.uid === ALL || uid === filter.uid) && (filter.column === ALL || column?.documentId === filter.column)

/** `发布失败`, `定时下线`, `已发布` */
export function stateWords({ action, state }: Pick<CalendarEntry, 'action' | 'state'>): string {
  switch (state) {
    case 'failed':
      return texts.failedAction[action]
    case 'planned':
      return action === 'publish' ? texts.publishAt : texts.unpublishAt
    case 'done':
      return `已${texts.actions[action]}`
    case 'published':
    case 'running':
    case 'withdrawn':
      return texts.states[state]
    default:
      return state satisfies never
  }
}

const RANKS: Record<CalendarEntry['state'], number> = {
  ...{ failed: 0, running: 1, planned: 1, done: 2, published: 2, withdrawn: 3 },
}

export const toEvent = (entry: CalendarEntry): EventInput => ({
  id: entry.id,
  title: `${stateWords(entry)}：${entry.title ?? texts.untitled}`,
  start: entry.at,
  startEditable: entry.mayMove,
  classNames: [
    `schedule-${entry.state}`,
    `schedule-${entry.action}`,
    ...(entry.isConflict ? ['schedule-conflict'] : []),
  ],
  extendedProps: { entry, rank: RANKS[entry.state] },
})
