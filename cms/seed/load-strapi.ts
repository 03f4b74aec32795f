/** Loads the built CMS in this process, without its HTTP server. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Core } from '@strapi/types'

const require = createRequire(import.meta.url)
const appDir = path.resolve(import.meta.dirname, '..')

export async function withStrapi<T>(dataDir: string, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  const { createStrapi } = require('@strapi/strapi') as { createStrapi: (options: object) => Core.Strapi }
  await fs.mkdir(path.join(dataDir, 'public', 'uploads'), { recursive: true })
  const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false, serveAdminPanel: false })
  await strapi.load()
  try {
    return await work(strapi)
  } finally {
    await strapi.destroy()
  }
}
