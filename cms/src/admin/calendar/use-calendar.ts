/** What stands in the calendar between two moments, asked for again now and then; and how to move one of it. */
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { usePolled } from '../publication/use-polled'
import type { CalendarEntry } from '../schedule/answers'
import { problemsIn, sentencesOf } from '../schedule/problems'
import { schedule as texts } from '../texts/schedule'

const PAUSE_MS = 10_000
const pauseOf = () => PAUSE_MS

export type Range = { from: string; to: string }
type Answer = { entries: CalendarEntry[]; now: string }

export function useCalendar(range: Range | null) {
  const { get, put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const revision = JSON.stringify(range)
  const load = useCallback(async (): Promise<Answer> => {
    if (!range) return { entries: [], now: new Date().toISOString() }
    return (await get<{ data: Answer }>('/admin/schedules/calendar', { params: range })).data.data
  }, [get, range])
  const { answer, isLost, askAgain } = usePolled(load, pauseOf, revision)

  /** @returns whether it was moved; why not, is said */
  async function move(entry: CalendarEntry, dueAt: Date): Promise<boolean> {
    try {
      await put(`/admin/schedules/${entry.scheduleId}`, { dueAt })
      toggleNotification({ type: 'success', message: texts.moved })
      return true
    } catch (error) {
      toggleNotification({ type: 'danger', message: sentencesOf(problemsIn(error, texts.moveFailed)) })
      return false
    } finally {
      askAgain()
    }
  }

  return { entries: answer?.entries ?? [], isLost, move }
}
