/** The period in which a public notice (任前公示 and the like) invites opinions: whole Beijing days, both included. */
import { isAhead } from '../content/clock.ts'
import { writtenDay } from './dates.ts'

export interface PublicityPeriod {
  publicityFrom: string | null
  publicityUntil: string | null
}
export type PublicityState = 'ahead' | 'running' | 'over'

const DAY_MS = 24 * 60 * 60 * 1000
const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
const endOf = (day: string): Date => new Date(startOf(day).getTime() + DAY_MS)

/** Null where no period is given; the page that asks is rendered again when the answer changes. */
export const publicityState = ({ publicityFrom, publicityUntil }: PublicityPeriod): PublicityState | null => {
  if (!publicityFrom && !publicityUntil) return null
  if (publicityFrom && isAhead(startOf(publicityFrom).toISOString())) return 'ahead'
  if (!publicityUntil || isAhead(endOf(publicityUntil).toISOString())) return 'running'
  return 'over'
}

export const publicityNames: Record<PublicityState, string> = {
  ahead: '尚未开始',
  running: '公示中',
  over: '公示期已满',
}

/** 2026年6月8日至2026年6月12日 */
export const writtenPeriod = ({ publicityFrom, publicityUntil }: PublicityPeriod): string =>
  [
    publicityFrom && `${writtenDay(publicityFrom)}${publicityUntil ? '' : '起'}`,
    publicityUntil && `至${writtenDay(publicityUntil)}`,
  ]
    .filter(Boolean)
    .join('')
