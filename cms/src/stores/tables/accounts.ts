/**
 * What belongs to members' accounts. Nothing here opens anything by itself: passwords and codes are hashed, the secret of a
 * second factor is sealed, and of a session there is the salt alone from which its tokens are made.
 */
import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

const ID = 36
/** base64url of 32 bytes */
const DIGEST = 43

async function ensureWaysIn(strapi: Core.Strapi) {
  await ensureTable(strapi, 'member_credentials', (table) => {
    table.integer('account_id').primary()
    table.string('password_hash', 255).notNullable()
    table.bigInteger('changed_at_ms').notNullable()
  })
  await ensureTable(strapi, 'member_codes', (table) => {
    table.string('id', ID).primary()
    table.string('member_id', ID).notNullable()
    table.string('purpose', 20).notNullable()
    table.string('channel', 10).notNullable()
    table.string('digest', DIGEST).notNullable()
    table.integer('tries_left').notNullable()
    table.bigInteger('issued_at_ms').notNullable()
    table.bigInteger('expires_at_ms').notNullable()
    table.bigInteger('used_at_ms')
    table.text('carries')
    table.index(['member_id', 'purpose'], 'member_codes_member_idx')
    table.index(['digest'], 'member_codes_digest_idx')
    table.index(['expires_at_ms'], 'member_codes_expires_idx')
  })
  await ensureTable(strapi, 'member_tries', (table) => {
    table.string('name', DIGEST).primary()
    table.integer('tries').notNullable()
    table.bigInteger('last_at_ms').notNullable()
    table.bigInteger('paused_until_ms').notNullable()
    table.index(['last_at_ms'], 'member_tries_last_idx')
  })
}

async function ensureSessions(strapi: Core.Strapi) {
  await ensureTable(strapi, 'member_sessions', (table) => {
    table.string('id', ID).primary()
    table.integer('account_id').notNullable()
    table.string('salt', DIGEST).notNullable()
    table.integer('generation').notNullable()
    table.bigInteger('rotated_at_ms').notNullable()
    table.boolean('is_kept').notNullable()
    table.string('way', 20).notNullable()
    table.string('device', 60).notNullable()
    table.bigInteger('opened_at_ms').notNullable()
    table.bigInteger('last_seen_at_ms').notNullable()
    table.bigInteger('second_factor_at_ms')
    table.bigInteger('ended_at_ms')
    table.string('ending', 20)
    table.index(['account_id', 'ended_at_ms'], 'member_sessions_account_idx')
    table.index(['last_seen_at_ms'], 'member_sessions_seen_idx')
  })
}

async function ensureSecondFactors(strapi: Core.Strapi) {
  await ensureTable(strapi, 'member_second_factors', (table) => {
    table.integer('account_id').primary()
    table.text('secret_sealed').notNullable()
    table.bigInteger('begun_at_ms').notNullable()
    table.bigInteger('confirmed_at_ms')
    table.bigInteger('last_step').notNullable()
  })
  await ensureTable(strapi, 'member_recovery_codes', (table) => {
    table.integer('account_id').notNullable()
    table.string('digest', DIGEST).notNullable()
    table.bigInteger('used_at_ms')
    table.primary(['account_id', 'digest'])
  })
}

export async function ensureAccountTables(strapi: Core.Strapi) {
  await ensureWaysIn(strapi)
  await ensureSessions(strapi)
  await ensureSecondFactors(strapi)
  await ensureTable(strapi, 'member_consents', (table) => {
    table.increments('id')
    table.string('member_id', ID).notNullable()
    table.string('kind', 20).notNullable()
    table.string('version', 20).notNullable()
    table.bigInteger('at_ms').notNullable()
    table.bigInteger('withdrawn_at_ms')
    table.index(['member_id', 'kind'], 'member_consents_member_idx')
  })
  await ensureTable(strapi, 'member_mails', (table) => {
    table.string('id', ID).primary()
    table.string('member_id', ID).notNullable()
    table.string('purpose', 20).notNullable()
    table.bigInteger('at_ms').notNullable()
    table.string('mail', 10).notNullable()
    table.integer('attempts').notNullable()
    table.bigInteger('due_at_ms')
    table.index(['mail', 'due_at_ms'], 'member_mails_due_idx')
  })
}
