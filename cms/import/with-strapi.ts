/** Loads the built CMS in this process, beside a running one or without. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Core } from '@strapi/types'

const require = createRequire(import.meta.url)
const appDir = path.resolve(import.meta.dirname, '..')
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
    await strapi.destroy()
  }
}
