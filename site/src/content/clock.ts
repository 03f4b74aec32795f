/** The time that pages show: one instant for a whole page, and every answer that depends on it says until when it holds. */
import { z } from 'zod'
import { readingStartedAt, recordStaleAt } from './reads.ts'

const settingSchema = z.iso.datetime({ error: 'PORTAL_NOW must be an instant such as 2026-11-24T00:00:00Z' }).optional()

/** PORTAL_NOW stops the clock, for tests and for builds that are to be compared. */
export const clockTime = (): Date => {
  const setting = settingSchema.parse(process.env.PORTAL_NOW || undefined)
  return setting === undefined ? new Date() : new Date(setting)
}

/** The instant of the page being rendered. Whoever asks it must say by `recordStaleAt` when the answer changes. */
export const pageTime = (): Date => readingStartedAt(clockTime)

/** Whether `instant` is still to come for the page being rendered; when it comes, the page is stale. */
export const isAhead = (instant: string): boolean => {
  const ahead = new Date(instant) > pageTime()
  if (ahead) recordStaleAt(instant)
  return ahead
}
