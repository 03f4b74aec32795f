/** Gives new rows of the audit log their place in the chain, while nobody waits for it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '@strapi/types'
import { sealPending } from '../stores/audit-log'

const LOOK_EVERY_MS = 250

export async function sealAll(strapi: Core.Strapi) {
  while ((await sealPending(strapi)) > 0);
}

/** Begins when this process serves: what a seed or an import leaves is sealed by it. @returns how to stop, and wait for the end */
export function startSealing(strapi: Core.Strapi): () => Promise<void> {
  const stop = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function work() {
    while (!stop.signal.aborted) {
      await sealAll(strapi).catch((error) => strapi.log.error(error))
      await sleep(LOOK_EVERY_MS, null, { signal: stop.signal, ref: false }).catch(() => undefined)
    }
  }

  strapi.server.httpServer.once('listening', () => {
    running = work()
  })
  return () => {
    stop.abort()
    return running
  }
}
