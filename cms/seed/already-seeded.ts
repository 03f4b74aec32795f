/** Asks the database itself whether there is anything to seed: loading Strapi for a "no" would cost every start seconds. */
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

const TABLES = ['columns', 'admin_users']
const question = `SELECT ${TABLES.map((table) => `EXISTS (SELECT 1 FROM ${table}) AS ${table}`).join(', ')}`

const allThere = (row: Record<string, unknown> | undefined) => TABLES.every((table) => Boolean(row?.[table]))

function askSqlite(file: string): boolean {
  if (!fs.existsSync(file)) return false
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return allThere(database.prepare(question).get())
  } finally {
    database.close()
  }
}

async function askPostgres(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(question)
    return allThere(rows[0])
  } finally {
    await client.end()
  }
}

/** False also when the tables do not exist yet: then Strapi is loaded and makes them. */
export async function isAlreadySeeded(dataDir: string, databaseUrl: string | undefined): Promise<boolean> {
  try {
    return databaseUrl ? await askPostgres(databaseUrl) : askSqlite(path.join(dataDir, 'cms.sqlite'))
  } catch {
    return false
  }
}
