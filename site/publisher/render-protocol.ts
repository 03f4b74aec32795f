/** What the publisher and a rendering thread say to each other. */
import type { RenderedPage } from './renderer.ts'

export type ThreadData = {
  /** file URL of the compiled app */
  entry: string
  /** rendered once at start, so that the first page somebody waits for is a quick one */
  warmUp: readonly string[]
  /** one Int32: index of the address being rendered, so that a thread which is cut off can be asked where it hung */
  position: SharedArrayBuffer
}

/** @property root the tree to write into; null: answer the pages themselves */
export type Job = { addresses: readonly string[]; root: string | null }

export type WrittenPage = {
  address: string
  hash: string
  bytes: number
  reads: string[]
  staleAt: string | null
  /** names below `/uploads/` that it points to */
  media: string[]
}
export type PageFailure = { message: string; stack: string | undefined }
/** `none`: there is no such page. */
export type Outcome = { page: RenderedPage } | { written: WrittenPage } | { none: true } | { failure: PageFailure }

/** `warm`: waiting for work. Otherwise one outcome an address, in their order, or what kept all of them from being written. */
export type Answer = { warm: true } | { outcomes: Outcome[] } | { error: Error }

export const POSITION_BYTES = Int32Array.BYTES_PER_ELEMENT
