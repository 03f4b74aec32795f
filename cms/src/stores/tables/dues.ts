import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import { ensureAppendOnly } from './append-only'
import { ensureTable } from './ensure'

const ID_LENGTH = 40
/** a bill is `<member>:<month>`, an entry names its cause before that */
const BILL_LENGTH = 60
const ENTRY_LENGTH = 100
const MONTH_LENGTH = 7
const DAY_LENGTH = 10
const id = (table: Knex.CreateTableBuilder, name = 'id') => table.string(name, ID_LENGTH)

/** What dues go by: where somebody was, what he was, what he earned, what was decided for him. */
async function ensureFacts(strapi: Core.Strapi) {
  await ensureTable(strapi, 'member_stays', (table) => {
    id(table, 'member_id').notNullable()
    id(table, 'organisation_id').notNullable()
    table.string('from_on', DAY_LENGTH).notNullable()
    table.primary(['member_id', 'from_on'])
  })
  await ensureTable(strapi, 'member_categories', (table) => {
    id(table, 'member_id').notNullable()
    table.string('category', 30).notNullable()
    table.string('from_month', MONTH_LENGTH).notNullable()
    table.primary(['member_id', 'from_month'])
  })
  await ensureTable(strapi, 'dues_bases', (table) => {
    id(table).primary()
    id(table, 'member_id').notNullable()
    table.string('category', 30).notNullable()
    table.string('from_month', MONTH_LENGTH).notNullable()
    table.text('base_sealed').notNullable()
    table.string('state', 10).notNullable()
    id(table, 'declared_by').notNullable()
    table.bigInteger('declared_at_ms').notNullable()
    id(table, 'decided_by')
    table.bigInteger('decided_at_ms')
    table.string('note', 200).notNullable()
    table.index(['member_id', 'state'], 'dues_bases_member_idx')
  })
  await ensureTable(strapi, 'dues_decisions', (table) => {
    id(table).primary()
    id(table, 'member_id').notNullable()
    table.text('decision').notNullable()
    id(table, 'entered_by').notNullable()
    table.bigInteger('at_ms').notNullable()
    table.index(['member_id'], 'dues_decisions_member_idx')
  })
}

/** Bills, payments, and what two people have to agree on. What they amount to stands in the ledger alone. */
async function ensureCauses(strapi: Core.Strapi) {
  await ensureTable(strapi, 'dues_bills', (table) => {
    table.string('id', BILL_LENGTH).primary()
    id(table, 'member_id').notNullable()
    id(table, 'organisation_id').notNullable()
    table.string('month', MONTH_LENGTH).notNullable()
    table.integer('due_fen').notNullable()
    table.string('category', 30).notNullable()
    table.string('rate', 10)
    table.string('article', 5).notNullable()
    table.string('reason', 10).notNullable()
    table.text('flags').notNullable()
    table.bigInteger('made_at_ms').notNullable()
    table.index(['member_id', 'month'], 'dues_bills_member_idx')
    table.index(['month', 'organisation_id'], 'dues_bills_month_idx')
  })
  await ensureTable(strapi, 'dues_gaps', (table) => {
    id(table, 'member_id').notNullable()
    table.string('month', MONTH_LENGTH).notNullable()
    id(table, 'organisation_id').notNullable()
    table.string('reason', 30).notNullable()
    table.primary(['member_id', 'month'])
  })
  await ensureTable(strapi, 'dues_payments', (table) => {
    id(table).primary()
    table.string('key', 80).notNullable().unique({ indexName: 'dues_payments_key_idx' })
    id(table, 'member_id').notNullable()
    id(table, 'organisation_id').notNullable()
    table.string('method', 20).notNullable()
    table.integer('fen').notNullable()
    table.string('state', 20).notNullable()
    table.string('paid_on', DAY_LENGTH).notNullable()
    table.text('payer').notNullable()
    table.boolean('is_rest_voluntary').notNullable()
    table.string('slip', 200)
    // online ones: what the provider calls it, and until when it can be paid
    table.string('transaction_id', 80)
    table.bigInteger('expires_at_ms')
    id(table, 'recorded_by').notNullable()
    table.bigInteger('recorded_at_ms').notNullable()
    id(table, 'settled_by')
    table.bigInteger('settled_at_ms')
    table.index(['member_id', 'recorded_at_ms'], 'dues_payments_member_idx')
    table.index(['organisation_id', 'state'], 'dues_payments_place_idx')
  })
  await ensureTable(strapi, 'dues_requests', (table) => {
    id(table).primary()
    table.string('kind', 20).notNullable()
    id(table, 'member_id').notNullable()
    table.string('about', BILL_LENGTH).notNullable()
    table.integer('fen').notNullable()
    table.string('reason', 200).notNullable()
    table.string('state', 10).notNullable()
    id(table, 'asked_by').notNullable()
    table.bigInteger('asked_at_ms').notNullable()
    id(table, 'decided_by')
    table.bigInteger('decided_at_ms')
    table.string('note', 200).notNullable()
    table.index(['member_id'], 'dues_requests_member_idx')
    table.index(['state'], 'dues_requests_state_idx')
  })
}

async function ensureLedger(strapi: Core.Strapi) {
  await ensureTable(strapi, 'ledger_entries', (table) => {
    table.string('id', ENTRY_LENGTH).primary()
    table.string('cause', 20).notNullable()
    table.string('by', 100).notNullable()
    table.bigInteger('at_ms').notNullable()
    table.string('on', DAY_LENGTH).notNullable()
    table.index(['on'], 'ledger_entries_on_idx')
  })
  await ensureTable(strapi, 'ledger_postings', (table) => {
    table.string('entry_id', ENTRY_LENGTH).notNullable()
    table.integer('line').notNullable()
    table.string('account', 20).notNullable()
    id(table, 'organisation_id').notNullable()
    id(table, 'member_id')
    table.string('bill_id', BILL_LENGTH)
    table.integer('fen').notNullable()
    table.primary(['entry_id', 'line'])
    table.index(['bill_id'], 'ledger_postings_bill_idx')
    table.index(['member_id', 'account'], 'ledger_postings_member_idx')
    table.index(['organisation_id', 'account'], 'ledger_postings_place_idx')
  })
  await ensureTable(strapi, 'ledger_checks', (table) => {
    table.increments('id')
    table.bigInteger('at_ms').notNullable()
    table.integer('entries').notNullable()
    table.text('problems').notNullable()
  })
  await ensureAppendOnly(strapi, 'ledger_entries')
  await ensureAppendOnly(strapi, 'ledger_postings')
}

export async function ensureDuesTables(strapi: Core.Strapi) {
  await ensureFacts(strapi)
  await ensureCauses(strapi)
  await ensureLedger(strapi)
}
