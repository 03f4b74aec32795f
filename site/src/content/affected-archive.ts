/** Which archive pages a change of one post touches. */
import { keys } from './keys.ts'

/** Where a post stands in the archive of its column. */
export interface ArchivePlace {
  columnId: string
  page: number
  /** of the column */
  lastPage: number
  /** what its page shows of it */
  fingerprint: string
}

const pagesBetween = (columnId: string, one: number, other: number): string[] =>
  Array.from({ length: Math.abs(other - one) + 1 }, (_, n) => keys.archivePage(columnId, Math.min(one, other) + n))

/** A post that comes or goes moves all that are newer: from its page on every page holds others. */
const pagesFrom = (place: ArchivePlace | null): string[] =>
  place ? pagesBetween(place.columnId, place.page, place.lastPage) : []

/** One that stays in its column moves those between its old place and its new one. */
export const touchedArchivePages = (before: ArchivePlace | null, after: ArchivePlace | null): string[] => {
  if (!before || !after || before.columnId !== after.columnId) return [...pagesFrom(before), ...pagesFrom(after)]
  if (before.fingerprint === after.fingerprint) return []
  return pagesBetween(before.columnId, before.page, after.page)
}
