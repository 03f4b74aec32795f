/** Which old versions may go. Published ones and the newest of a document stay for ever. */
const DAY_MS = 24 * 60 * 60 * 1000
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

export type Retention = {
  /** all versions of the last so many days stay */
  allDays: number
  /** of older ones the last of each day stays, up to so many days */
  dailyDays: number
}

export type Kept = { number: number; at: Date; isPublished: boolean }

const beijingDay = (at: Date) => Math.floor((at.getTime() + BEIJING_OFFSET_MS) / DAY_MS)

/**
 * @param versions all of one document, in any order
 * @returns the numbers of those that go
 */
export function chooseExpired(versions: readonly Kept[], now: Date, { allDays, dailyDays }: Retention): number[] {
  const newestFirst = versions.toSorted((one, other) => other.number - one.number)
  const daysSeen = new Set<number>()
  return newestFirst.flatMap(({ number, at, isPublished }, index) => {
    const day = beijingDay(at)
    const isLastOfDay = !daysSeen.has(day)
    daysSeen.add(day)
    const ageMs = now.getTime() - at.getTime()
    if (index === 0 || isPublished || ageMs <= allDays * DAY_MS) return []
    return isLastOfDay && ageMs <= dailyDays * DAY_MS ? [] : [number]
  })
}
