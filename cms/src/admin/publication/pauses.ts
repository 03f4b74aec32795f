/** How long to wait before asking again: quickly while something is on its way, seldom when nothing is. */
import type { DocumentState, EngineState } from '../../domain/publication/status'

/** @param sinceMs how long this has been followed: since the page was opened, or something was published or tried again */
export function pauseForDocument(state: DocumentState | null, sinceMs: number): number {
  switch (state) {
    case 'goingLive':
    case 'goingOffline':
      if (sinceMs < 10_000) return 200
      return sinceMs < 60_000 ? 1000 : 3000
    case 'failed':
      return sinceMs < 10_000 ? 500 : 5000
    case 'paused':
    case null:
      return 5000
    case 'unpublished':
    case 'live':
    case 'offline':
      return 15_000
    default:
      return state satisfies never
  }
}

export function pauseForEngine(state: EngineState | null): number {
  return state === 'busy' || state === 'rebuilding' ? 1000 : 5000
}
