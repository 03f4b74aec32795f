/**
 * SQLite moves committed pages from the write-ahead log into the database file within whichever commit finds the log long:
 * two flushes of the disk and a thousand scattered pages, and somebody waits for them. A thread does it beside instead. The
 * thread uses the same compiled SQLite as Strapi: another copy of it in this process would drop the file's locks.
 */
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Core } from '@strapi/types'

/** Pages; a commit sees to it itself only where the thread has fallen this far behind, or where there is none. */
export const LONGEST_LOG_PAGES = 8000

/** Begins when this process serves. @returns how to stop, and wait for the end */
export function startCheckpoints(strapi: Core.Strapi, filename: string): () => Promise<void> {
  let thread: Worker | null = null
  strapi.server.httpServer.once('listening', () => {
    thread = new Worker(path.join(__dirname, 'checkpoint-thread.js'), { workerData: { filename } })
    thread.on('error', (error) => strapi.log.error(error))
    thread.unref()
  })
  return async () => {
    if (!thread) return
    const ended = once(thread, 'exit')
    thread.postMessage('stop')
    await ended
  }
}
