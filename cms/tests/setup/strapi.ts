/** A real Strapi in process, listening on a free port, on a scratch database of its own. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Core } from '@strapi/types'
import pg from 'pg'

const require = createRequire(import.meta.url)
const appDir = path.resolve(import.meta.dirname, '../..')

export const PUBLICATION_TOKEN = 'test-publication-token-0123456789'
export const PREVIEW_SECRET = 'test-preview-secret-0123456789'

export type TestCms = {
  strapi: Core.Strapi
  url: string
  dataDir: string
  /** stops Strapi and starts it again on the same data */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

function setEnvironment(dataDir: string, databaseUrl: string | undefined) {
  const secret = () => randomBytes(24).toString('base64url')
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    SITE_URL: 'http://portal.example',
    LOG_LEVEL: 'error',
    // a test that looks at AVIF makes it itself
    PICTURE_AVIF: 'off',
    // no test asks the network
    LINK_CHECK: 'off',
    PUBLICATION_TOKEN,
    PREVIEW_SECRET,
    STRAPI_TELEMETRY_DISABLED: 'true',
  })
  for (const name of [
    'APP_KEYS',
    'API_TOKEN_SALT',
    'ADMIN_JWT_SECRET',
    'TRANSFER_TOKEN_SALT',
    'JWT_SECRET',
    'ENCRYPTION_KEY',
    'SEALING_KEY',
  ]) {
    process.env[name] ??= secret()
  }
  if (databaseUrl) process.env.DATABASE_URL = databaseUrl
  else delete process.env.DATABASE_URL
}

/** PostgreSQL where TEST_DATABASE_URL says so: one scratch database a worker. */
async function createDatabase(): Promise<{ url: string | undefined; drop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return { url: undefined, drop: async () => undefined }
  const name = `portal_test_${randomBytes(6).toString('hex')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function boot(): Promise<Core.Strapi> {
  const { createStrapi } = require('@strapi/strapi') as { createStrapi: (options: object) => Core.Strapi }
  const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false, serveAdminPanel: false })
  await strapi.load()
  strapi.server.mount()
  await new Promise<void>((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', resolve)
  })
  return strapi
}

/** `destroy` removes every listener of the process, the test runner's own among them. */
async function destroy(strapi: Core.Strapi) {
  const kept = process.eventNames().map((event) => [event, process.rawListeners(event as never)] as const)
  await strapi.destroy()
  for (const [event, listeners] of kept) {
    const present = process.rawListeners(event as never)
    for (const listener of listeners) if (!present.includes(listener)) process.on(event as never, listener as never)
  }
}

export async function startCms(): Promise<TestCms> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-cms-'))
  const database = await createDatabase()
  setEnvironment(dataDir, database.url)
  await fs.mkdir(path.join(dataDir, 'public', 'uploads'), { recursive: true })
  const addressOf = (strapi: Core.Strapi) =>
    `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`
  const cms: TestCms = {
    strapi: await boot(),
    url: '',
    dataDir,
    restart: async () => {
      await destroy(cms.strapi)
      cms.strapi = await boot()
      cms.url = addressOf(cms.strapi)
    },
    stop: async () => {
      await destroy(cms.strapi)
      await database.drop()
      await fs.rm(dataDir, { recursive: true, force: true })
    },
  }
  cms.url = addressOf(cms.strapi)
  return cms
}
