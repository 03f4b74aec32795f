/** What the publisher and a rendering thread say to each other. */
import type { RenderedPage } from './renderer.ts'

export type ThreadData = {
  /** file URL of the compiled app */
  entry: string
  readModelPath: string
  /** rendered once at start, so that the first page somebody waits for is a quick one */
  warmUp: readonly string[]
  /** one Int32: index of the address being rendered, so that a thread which is cut off can be asked where it hung */
  position: SharedArrayBuffer
}

export type Job = { addresses: readonly string[] }

export type PageFailure = { message: string; stack: string | undefined }
export type Outcome = { page: RenderedPage } | { failure: PageFailure }

/** `null`: warmed up and waiting for work. Otherwise one outcome an address, in their order. */
export type Answer = Outcome[] | null

export const POSITION_BYTES = Int32Array.BYTES_PER_ELEMENT
