/** Readings put together for people. */
import { beijingDate } from '../time/beijing'

const DAY_MS = 24 * 60 * 60 * 1000

/** That many days up to today, in Beijing, the oldest first. */
export const daysUntil = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, n) => beijingDate(new Date(now.getTime() - (count - 1 - n) * DAY_MS)))

/** By the first part of the address, most read first; the home page has an empty one. */
export function sumBySection(pages: readonly { address: string; count: number }[]) {
  const sums = new Map<string, number>()
  for (const { address, count } of pages) {
    const section = address.split('/')[1] ?? ''
    sums.set(section, (sums.get(section) ?? 0) + count)
  }
  return [...sums].map(([section, count]) => ({ section, count })).sort((a, b) => b.count - a.count)
}
