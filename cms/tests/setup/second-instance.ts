/** Another instance of the CMS on the same database, in a process of its own; each line it is sent wakes its schedules. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Core } from '@strapi/types'

const require = createRequire(import.meta.url)
const appDir = path.resolve(import.meta.dirname, '../..')
const { createStrapi } = require('@strapi/strapi') as { createStrapi: (options: object) => Core.Strapi }

const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false, serveAdminPanel: false })
await strapi.load()
strapi.server.mount()
await new Promise<void>((resolve) => {
  strapi.server.httpServer.listen(0, '127.0.0.1', resolve)
})
process.stdout.write('ready\n')
for await (const _line of createInterface({ input: process.stdin })) await strapi.eventHub.emit('schedules.changed')
process.exit(0)
