/** What the publisher tells the CMS after each batch; `cms/src/api/publication` checks it with the same shape. */

/** One change that has been worked off. */
export type LiveChange = {
  sequence: number
  /** from taking the change to the last file of its batch, in milliseconds */
  durationMs: number
  /** addresses written or removed because of it, at most MAX_PAGES_NAMED of them */
  pages: string[]
  pageCount: number
}

export const MAX_PAGES_NAMED = 50
/** More than these go into several reports. */
export const MAX_CHANGES_TOLD = 50
/** Of each sort of failure; where more fail, it is the template, not the page. A report must stay below 1 MB. */
export const MAX_FAILURES_TOLD = 100

/**
 * `INVALID_DOCUMENT`: no page could be tried; `address` is empty then.
 * `MEDIA_MISSING`: the page is live, but an upload that it shows is not there.
 */
export type FailureCode = 'RENDER_FAILED' | 'RENDER_TIMEOUT' | 'WRITE_FAILED' | 'INVALID_DOCUMENT' | 'MEDIA_MISSING'

export type LiveFailure = {
  /** the document because of which the page is rendered; null where it is nobody's in particular */
  kind: string | null
  documentId: string | null
  address: string
  code: FailureCode
  /** English, for the log and the operator; at most 500 characters */
  reason: string
  /** the version before still stands (false: the page is new and nowhere yet) */
  oldStands: boolean
}

/** What stops the engine as a whole, until an operator acts. `PAUSED`: one went back to the release that `reason` names. */
export type EngineProblem = { code: 'DISK_FULL' | 'READ_ONLY' | 'PAUSED' | 'UNEXPECTED'; reason: string }

export type LiveReport = {
  /** everything up to here is taken; it is live but for `failures` and while there is a `problem` */
  sequence: number
  /** UTC instant at which the last file of the batch stood in the tree */
  liveAt: string
  changes: LiveChange[]
  /** every page that fails now, also from earlier batches: the list replaces what was told before */
  failures: LiveFailure[]
  problem: EngineProblem | null
  health: {
    /** pages still to be rendered */
    queue: number
    pages: number
    treeBytes: number
    freeBytes: number
    release: string | null
    rebuild: { done: number; total: number; startedAt: string } | null
  }
}
