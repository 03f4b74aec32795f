/** Where other parts of the publisher take part in its life. */
import type { TreeChange } from '../batch/put-in-place.ts'
import type { Engine } from '../follow.ts'

/** Requests of an operator, worked off between batches. */
export type Requests = {
  /** Asked every REQUESTS_EVERY_MS: it must be quick. */
  areWaiting: () => boolean
  /** Works off what waits; nothing else is written meanwhile. */
  workOff: (engine: Engine) => Promise<void>
}
export const REQUESTS_EVERY_MS = 250

/** A batch, or a whole new tree (also told at each start). */
export type TreeEvent = TreeChange | { release: string }
/**
 * A batch is told within the transaction that says it is done: what the hook writes to that database is kept exactly
 * when the batch is. It must be quick and must not throw. After a crash the same may be told twice, never not at all.
 */
export type OnTreeChanged = (event: TreeEvent) => void
