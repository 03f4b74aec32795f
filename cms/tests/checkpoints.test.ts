/** What is committed reaches the database file by itself, beside the work. PostgreSQL sees to it itself. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createPublished } from './setup/content.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Database = { prepare: (sql: string) => { all: () => unknown[] }; close: () => void }
const SQLite = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => Database

const SOON_MS = 10_000
const LOOK_EVERY_MS = 200

describe.runIf(!process.env.TEST_DATABASE_URL)('the write-ahead log', () => {
  let cms: TestCms

  beforeAll(async () => {
    cms = await startCms()
    await createColumn(cms)
  })
  afterAll(() => cms.stop())

  /** The file alone, as a copy of it would show it. */
  function titlesInFile(): unknown[] {
    const copy = path.join(cms.dataDir, 'copy.sqlite')
    fs.copyFileSync(path.join(cms.dataDir, 'cms.sqlite'), copy)
    const database = new SQLite(copy)
    try {
      return database.prepare('SELECT title FROM articles').all()
    } finally {
      database.close()
    }
  }

  it('is moved into the file without a commit that waits for it', async () => {
    await createPublished(cms, { title: '进入数据库文件' })
    await expect
      .poll(titlesInFile, { timeout: SOON_MS, interval: LOOK_EVERY_MS })
      .toEqual([{ title: '进入数据库文件' }, { title: '进入数据库文件' }])
  })
})
