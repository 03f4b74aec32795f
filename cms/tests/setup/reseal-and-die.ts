/** A CMS on the same database, in a process of its own, that reseals and is killed at its n-th change of a sealed text. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Core } from '@strapi/types'

const require = createRequire(import.meta.url)
const appDir = path.resolve(import.meta.dirname, '../..')
const { createStrapi } = require('@strapi/strapi') as { createStrapi: (options: object) => Core.Strapi }
type Tools = { reseal(now: Date): Promise<unknown> }

const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false, serveAdminPanel: false })
await strapi.load()
let left = Number(process.env.DIE_AT)
strapi.db.connection.on('query', ({ sql }: { sql: string }) => {
  if (!/^update .members. set .identity_sealed/i.test(sql)) return
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
})
await (strapi.get('members') as Tools).reseal(new Date())
process.exit(0)
