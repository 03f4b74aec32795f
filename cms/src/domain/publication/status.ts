/** Where one document stands on its way to the readers, and how the engine is: from what the log and the last report say. */
import type { EngineHealth, EngineProblem } from './live-report'

/** A publisher asks at least every 25 seconds; one that was not heard of for longer than this is away. */
export const AWAY_AFTER_MS = 60_000
/** below this a college's server is about to stop for other reasons, too */
const LOW_DISK_BYTES = 1_000_000_000
/** a full rebuild puts a second tree beside the first */
const TREES_OF_ROOM = 1.5

export type DocumentState = 'unpublished' | 'goingLive' | 'live' | 'goingOffline' | 'offline' | 'paused' | 'failed'
export type EngineState = 'neverSeen' | 'away' | 'stopped' | 'paused' | 'rebuilding' | 'failing' | 'busy' | 'idle'

export type KnownOfDocument = {
  /** it is public by the CMS's own word */
  isPublic: boolean
  lastChange: { sequence: number; liveAt: Date | null } | null
  hasFailures: boolean
  /** everything up to here has been taken by the publisher */
  taken: number
  problem: EngineProblem
}

export function resolveState({ isPublic, lastChange, hasFailures, taken, problem }: KnownOfDocument): DocumentState {
  if (!lastChange) return isPublic ? 'live' : 'unpublished'
  const isTaken = lastChange.sequence <= taken
  const isWaiting = lastChange.liveAt === null
  if (hasFailures && isTaken) return 'failed'
  if (isWaiting && problem) return problem.code === 'PAUSED' ? 'paused' : 'failed'
  if (isWaiting) return isPublic ? 'goingLive' : 'goingOffline'
  return isPublic ? 'live' : 'offline'
}

export const isAway = (seenAt: Date | null, now: Date) =>
  seenAt === null || now.getTime() - seenAt.getTime() > AWAY_AFTER_MS

export type KnownOfEngine = {
  seenAt: Date | null
  problem: EngineProblem
  health: EngineHealth | null
  failures: number
  /** changes that are not live yet */
  waiting: number
}

export function resolveEngineState(engine: KnownOfEngine, now: Date): EngineState {
  if (engine.seenAt === null) return 'neverSeen'
  if (isAway(engine.seenAt, now)) return 'away'
  if (engine.problem) return engine.problem.code === 'PAUSED' ? 'paused' : 'stopped'
  if (engine.health?.rebuild) return 'rebuilding'
  if (engine.failures > 0) return 'failing'
  return engine.waiting > 0 || (engine.health?.queue ?? 0) > 0 ? 'busy' : 'idle'
}

export const isDiskLow = ({ freeBytes, treeBytes }: EngineHealth) =>
  freeBytes < Math.max(LOW_DISK_BYTES, treeBytes * TREES_OF_ROOM)

/** Seconds until a rebuild is done if it goes on as it went; null while nothing can be said yet. */
export function secondsLeft(
  { done, total, startedAt }: NonNullable<EngineHealth['rebuild']>,
  now: Date,
): number | null {
  const elapsedMs = now.getTime() - Date.parse(startedAt)
  if (done === 0 || elapsedMs <= 0) return null
  return Math.max(0, Math.round(((elapsedMs / done) * (total - done)) / 1000))
}

/** From the click to the last file. A clock of the publisher that is behind ours would give less than nothing. */
export function millisecondsToLive(at: Date, liveAt: Date | null): number | null {
  return liveAt === null ? null : Math.max(0, liveAt.getTime() - at.getTime())
}
