import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import { ensureTable } from './ensure'

const ID_LENGTH = 40
/** a committee, a general branch, a branch and a group */
const PATH_LENGTH = 200
const id = (table: Knex.CreateTableBuilder, name = 'id') => table.string(name, ID_LENGTH)

/** Organisations, members and what they hold. Content types would be open to the Content Manager, to populate and to the content API. */
export async function ensureMemberTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'organisations', (table) => {
    id(table).primary()
    table.string('kind', 20).notNullable()
    table.string('name', 100).notNullable()
    id(table, 'parent_id')
    table.string('path', PATH_LENGTH).notNullable().unique({ indexName: 'organisations_path_idx' })
    table.string('founded_on', 10).notNullable()
    table.string('dissolved_on', 10)
  })
  await ensureTable(strapi, 'organisation_events', (table) => {
    table.increments('id')
    id(table, 'organisation_id').notNullable()
    table.string('kind', 20).notNullable()
    table.string('on', 10).notNullable()
    table.string('from', 200).notNullable()
    table.string('to', 200).notNullable()
    table.string('by', 100).notNullable()
    table.bigInteger('at_ms').notNullable()
    table.index(['organisation_id', 'id'], 'organisation_events_of_idx')
  })
  await ensureTable(strapi, 'members', (table) => {
    id(table).primary()
    table.string('number', 20).notNullable().unique({ indexName: 'members_number_idx' })
    table.string('name', 100).notNullable()
    id(table, 'organisation_id').notNullable()
    table.string('status', 20).notNullable()
    table.string('admitted_on', 10).notNullable()
    table.string('full_on', 10)
    table.string('left_on', 10)
    table.string('category', 30).notNullable()
    table.string('phone', 20)
    table.string('mail', 254)
    table.text('identity_sealed')
    table.bigInteger('updated_at_ms').notNullable()
    table.index(['organisation_id', 'number'], 'members_organisation_idx')
  })
  await ensureTable(strapi, 'offices', (table) => {
    id(table).primary()
    id(table, 'member_id').notNullable()
    table.string('role', 30).notNullable()
    id(table, 'organisation_id').notNullable()
    table.string('from_on', 10).notNullable()
    table.string('until_on', 10)
    table.index(['member_id'], 'offices_member_idx')
    table.index(['organisation_id'], 'offices_organisation_idx')
  })
  await ensureTable(strapi, 'member_accounts', (table) => {
    table.integer('account_id').primary()
    id(table, 'member_id').notNullable().unique({ indexName: 'member_accounts_member_idx' })
    table.bigInteger('activated_at_ms').notNullable()
  })
}
