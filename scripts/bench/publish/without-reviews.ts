/** A system that is measured or shaken publishes by itself: its columns ask for no reviews. The gate stays as it is. */
import path from 'node:path'
import knex from 'knex'

/** Call while nothing runs. */
export async function askForNoReviews(dataDir: string, databaseUrl: string): Promise<void> {
  const filename = path.join(dataDir, 'cms.sqlite')
  const database = databaseUrl
    ? knex({ client: 'pg', connection: databaseUrl })
    : knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true })
  try {
    await database('columns').update({ review_levels: 0 })
  } finally {
    await database.destroy()
  }
}
