/** What `src/desk/publication` answers, as it arrives: instants are ISO strings. */
import type { FailureCode, ProblemCode } from '../../domain/publication/live-report'
import type { DocumentState, EngineState } from '../../domain/publication/status'

export type ChangeEvent = 'published' | 'updated' | 'moved' | 'unpublished' | 'deleted' | 'retried'

export type Failure = {
  address: string
  code: FailureCode
  /** English, for whoever repairs it */
  reason: string
  oldStands: boolean
  since: string
}

export type Problem = { code: ProblemCode; reason: string } | null

export type DocumentStatus = {
  state: DocumentState
  isPublic: boolean
  change: {
    event: ChangeEvent
    at: string
    liveAt: string | null
    ms: number | null
    pages: string[]
    pageCount: number | null
  } | null
  failures: Failure[]
  problem: Problem
  engineIsAway: boolean
  mayRetry: boolean
  siteUrl: string
  now: string
}

export type NamedDocument = { uid: string; documentId: string; title: string | null }

export type EngineStatus = {
  state: EngineState
  seenAt: string | null
  problem: Problem
  waiting: { count: number; since: string | null }
  health: {
    queue: number
    pages: number
    treeBytes: number
    freeBytes: number
    isDiskLow: boolean
    release: string | null
    rebuild: { done: number; total: number; startedAt: string; secondsLeft: number | null } | null
  } | null
  failureCount: number
  failures: (Failure & { document: (NamedDocument & { mayRetry: boolean }) | null })[]
  siteUrl: string
  now: string
}

export type RecentChange = NamedDocument & {
  sequence: number
  actor: string | null
  event: ChangeEvent
  at: string
  ms: number | null
  /** a page of this document fails now */
  isFailing: boolean
}

export type RecentChanges = { changes: RecentChange[]; slowest: RecentChange[]; now: string }
