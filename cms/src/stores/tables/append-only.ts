/** Tables whose rows are never changed nor removed, by nobody: the database itself refuses. */
import type { Core } from '@strapi/types'

const refusal = (table: string) => `rows of ${table} are never changed or removed`

export async function ensureAppendOnly(strapi: Core.Strapi, table: string) {
  await (strapi.db.dialect.client === 'sqlite' ? onSqlite(strapi, table) : onPostgres(strapi, table))
}

async function onSqlite(strapi: Core.Strapi, table: string) {
  for (const act of ['UPDATE', 'DELETE']) {
    await strapi.db.connection.raw(
      `CREATE TRIGGER IF NOT EXISTS ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} ` +
        `BEGIN SELECT RAISE(ABORT, '${refusal(table)}'); END`,
    )
  }
}

async function onPostgres(strapi: Core.Strapi, table: string) {
  const knex = strapi.db.connection
  await knex.raw(`
    CREATE OR REPLACE FUNCTION ${table}_refuse() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION '${refusal(table)}'; END $$ LANGUAGE plpgsql`)
  for (const [name, when, each] of [
    ['rows', 'BEFORE UPDATE OR DELETE', 'ROW'],
    ['truncate', 'BEFORE TRUNCATE', 'STATEMENT'],
  ]) {
    await knex.raw(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '${table}_${name}' AND tgrelid = '${table}'::regclass) THEN
          CREATE TRIGGER ${table}_${name} ${when} ON ${table} FOR EACH ${each} EXECUTE FUNCTION ${table}_refuse();
        END IF;
      END $$`)
  }
}
