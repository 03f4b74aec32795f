import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import { BEGINNING } from '../../domain/audit/chain'
import { ensureTable } from './ensure'

/** Of a row before and after it has its place in the chain. */
function addContent(table: Knex.CreateTableBuilder) {
  table.bigInteger('at_ms').notNullable()
  table.string('actor_kind', 20).notNullable()
  table.string('actor_id', 255)
  table.string('actor_name', 255)
  table.string('actor_email', 255)
  table.string('roles', 255)
  table.string('ip', 255)
  table.string('user_agent', 400)
  table.string('act', 40).notNullable()
  table.string('subject_uid', 255)
  table.string('subject_id', 255)
  table.string('subject_title', 255)
  table.text('before')
  table.text('after')
  table.string('result', 10).notNullable()
  table.string('code', 255)
}

/** `audit_head`: the last row of the chain, and up to which row the log has been archived. One row. */
export async function ensureAuditTables(strapi: Core.Strapi) {
  const knex = strapi.db.connection
  await ensureTable(strapi, 'audit_pending', (table) => {
    table.increments('id')
    addContent(table)
  })
  await ensureTable(strapi, 'audit_log', (table) => {
    table.bigInteger('sequence').primary()
    addContent(table)
    table.string('prev_hash', 64).notNullable()
    table.string('hash', 64).notNullable()
    table.index(['at_ms'], 'audit_log_at_idx')
    table.index(['act', 'sequence'], 'audit_log_act_idx')
    table.index(['subject_id'], 'audit_log_subject_idx')
  })
  await ensureTable(strapi, 'audit_head', (table) => {
    table.integer('id').primary()
    table.bigInteger('sequence').notNullable()
    table.string('hash', 64).notNullable()
    table.bigInteger('archived_to').notNullable()
  })
  await ensureTable(strapi, 'audit_archives', (table) => {
    table.bigInteger('to_sequence').primary()
    table.bigInteger('from_sequence').notNullable()
    table.string('file', 100).notNullable()
    table.string('sha256', 64).notNullable()
    table.string('last_hash', 64).notNullable()
    table.bigInteger('at_ms').notNullable()
  })
  await knex('audit_head')
    .insert({ id: 1, ...BEGINNING, archived_to: 0 })
    .onConflict('id')
    .ignore()
  await (strapi.db.dialect.client === 'sqlite' ? ensureSqliteTriggers(knex) : ensurePostgresTriggers(knex))
}

const REFUSED = 'rows of the audit log are never changed or removed'
const APPEND_ONLY = ['audit_log', 'audit_archives'] as const

/** Rows that an archive holds may go. */
const conditionOf = (table: (typeof APPEND_ONLY)[number]) =>
  table === 'audit_log' ? 'WHEN (OLD.sequence > (SELECT archived_to FROM audit_head WHERE id = 1))' : ''

async function ensureSqliteTriggers(knex: Knex) {
  for (const table of APPEND_ONLY) {
    for (const [act, condition] of [
      ['UPDATE', ''],
      ['DELETE', conditionOf(table)],
    ]) {
      await knex.raw(
        `CREATE TRIGGER IF NOT EXISTS ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} ${condition} ` +
          `BEGIN SELECT RAISE(ABORT, '${REFUSED}'); END`,
      )
    }
  }
}

/** PostgreSQL takes no question to another table in WHEN: the function asks. */
async function ensurePostgresTriggers(knex: Knex) {
  await knex.raw(`
    CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_log' THEN
        IF OLD.sequence <= (SELECT archived_to FROM audit_head WHERE id = 1) THEN RETURN OLD; END IF;
      END IF;
      RAISE EXCEPTION '${REFUSED}';
    END $$ LANGUAGE plpgsql`)
  for (const table of APPEND_ONLY) {
    for (const [name, when] of [
      ['rows', 'BEFORE UPDATE OR DELETE'],
      ['truncate', 'BEFORE TRUNCATE'],
    ]) {
      const each = name === 'rows' ? 'ROW' : 'STATEMENT'
      await knex.raw(`
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '${table}_${name}' AND tgrelid = '${table}'::regclass) THEN
            CREATE TRIGGER ${table}_${name} ${when} ON ${table} FOR EACH ${each} EXECUTE FUNCTION audit_refuse();
          END IF;
        END $$`)
    }
  }
}
