/** Loads the built CMS in this process, beside a running one or without. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '@strapi/types'

const require = createRequire(import.meta.url)
const appDir = path.resolve(import.meta.dirname, '..')
const IDLE_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 20
const QUIET_LOOKS = 3
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Strapi would end the process in the middle of a batch; who called decides when to stop. */
function createQuietly(options: object): Core.Strapi {
  const { createStrapi } = require('@strapi/strapi') as { createStrapi: (options: object) => Core.Strapi }
  const kept = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const)
  const strapi = createStrapi(options)
  for (const [signal, listeners] of kept) {
    for (const listener of process.listeners(signal)) {
      if (!listeners.includes(listener)) process.off(signal, listener)
    }
  }
  return strapi
}

/**
 * After each write Strapi reads the document once more for its events, and nobody waits for that: destroyed too
 * early, those reads end the process with “aborted” (PostgreSQL).
 */
async function untilIdle(strapi: Core.Strapi) {
  const { pool } = strapi.db.connection.client as { pool: Record<'numUsed' | 'numPendingAcquires', () => number> }
  const deadline = Date.now() + IDLE_WITHIN_MS
  for (let quiet = 0; quiet < QUIET_LOOKS && Date.now() < deadline; ) {
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0
    await sleep(LOOK_EVERY_MS)
  }
}

export async function withStrapi<T>(dataDir: string, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  await fs.mkdir(path.join(dataDir, 'public', 'uploads'), { recursive: true })
  const strapi = createQuietly({
    appDir,
    distDir: path.join(appDir, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  })
  await strapi.load()
  try {
    return await work(strapi)
  } finally {
    await untilIdle(strapi)
    await strapi.destroy()
  }
}
