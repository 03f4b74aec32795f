/** How long to wait before asking again: as soon as something is about to happen, twice a second. */
import { scheduleActions } from '../../domain/schedule/schedule'
import type { DocumentPlan as Plan } from './answers'

const QUIET_PAUSE_MS = 15_000
const NEAR_PAUSE_MS = 500
/** from so long before it happens on, every half second */
const NEAR_MS = 20_000

export function pauseForPlan(plan: Plan | null): number {
  if (!plan) return QUIET_PAUSE_MS
  const waiting = scheduleActions.flatMap((action) => plan[action] ?? [])
  if (waiting.some(({ state }) => state === 'running')) return NEAR_PAUSE_MS
  const next = waiting.filter(({ state }) => state === 'planned').map(({ nextTryAt }) => Date.parse(nextTryAt))
  const leftMs = Math.min(...next) - Date.parse(plan.now)
  return leftMs < NEAR_MS ? NEAR_PAUSE_MS : Math.min(QUIET_PAUSE_MS, leftMs - NEAR_MS + NEAR_PAUSE_MS)
}
