/** Asks the database itself whether there is anything to seed: loading Strapi for a "no" would cost every start seconds. */
import fs from 'node:fs'
import path from 'node:path'
import knex from 'knex'

const TABLES = ['columns', 'admin_users']

function connect(dataDir: string, databaseUrl: string | undefined) {
  if (databaseUrl) return knex({ client: 'pg', connection: databaseUrl })
  const filename = path.join(dataDir, 'cms.sqlite')
  // opening would create it
  return fs.existsSync(filename)
    ? knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true })
    : null
}

/** False also when the tables do not exist yet: then Strapi is loaded and makes them. */
export async function isAlreadySeeded(dataDir: string, databaseUrl: string | undefined): Promise<boolean> {
  const database = connect(dataDir, databaseUrl)
  if (!database) return false
  try {
    const rows = await Promise.all(TABLES.map((table) => database(table).first('id')))
    return rows.every((row) => row !== undefined)
  } catch {
    return false
  } finally {
    await database.destroy()
  }
}
