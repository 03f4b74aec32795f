/** Who holds which office, and the account a member logs in with. All writes join the transaction they are called in. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { OfficeRole } from '../domain/access/roles'
import type { HeldOffice } from '../domain/access/scope'

const TABLE = 'offices'
const ACCOUNTS = 'member_accounts'

export type Office = {
  id: string
  memberId: string
  role: OfficeRole
  organisationId: string
  fromOn: string
  untilOn: string | null
}
type Stored = {
  id: string
  member_id: string
  role: OfficeRole
  organisation_id: string
  from_on: string
  until_on: string | null
}

const read = ({ id, role, ...row }: Stored): Office => ({
  ...{ id, role, memberId: row.member_id, organisationId: row.organisation_id },
  ...{ fromOn: row.from_on, untilOn: row.until_on },
})

export async function appoint(strapi: Core.Strapi, office: Omit<Office, 'id'>): Promise<string> {
  const id = randomUUID()
  const { memberId, organisationId, fromOn, untilOn, role } = office
  const row: Stored = {
    id,
    role,
    member_id: memberId,
    organisation_id: organisationId,
    from_on: fromOn,
    until_on: untilOn,
  }
  await strapi.db.transaction(({ trx }) => trx(TABLE).insert(row))
  return id
}

/** @returns false where it had ended already */
export async function endOffice(strapi: Core.Strapi, id: string, on: string): Promise<boolean> {
  const ended: number = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ id }).whereNull('until_on').update({ until_on: on }),
  )
  return ended > 0
}

export async function findOffice(strapi: Core.Strapi, id: string): Promise<Office | null> {
  const row: Stored | undefined = await strapi.db.transaction(({ trx }) => trx(TABLE).where({ id }).first())
  return row ? read(row) : null
}

/** What a member holds on that day; an office ends with its last day, and with the organisation. */
export async function officesHeld(strapi: Core.Strapi, memberId: string, today: string): Promise<HeldOffice[]> {
  const rows: { role: OfficeRole; organisation_id: string; path: string }[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .join('organisations', 'organisations.id', `${TABLE}.organisation_id`)
      .where({ member_id: memberId })
      .whereNull('organisations.dissolved_on')
      .where('from_on', '<=', today)
      .where((open: Knex.QueryBuilder) => open.whereNull('until_on').orWhere('until_on', '>=', today))
      .select('role', 'organisation_id', 'organisations.path'),
  )
  return rows.map(({ role, organisation_id: organisationId, path }) => ({ role, organisationId, path }))
}

/** Of one organisation, those in office first. */
export async function officesAt(strapi: Core.Strapi, organisationId: string): Promise<(Office & { name: string })[]> {
  const rows: (Stored & { name: string })[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .join('members', 'members.id', `${TABLE}.member_id`)
      .where(`${TABLE}.organisation_id`, organisationId)
      .select(`${TABLE}.*`, 'members.name')
      .orderByRaw('until_on IS NOT NULL, from_on DESC'),
  )
  return rows.map((row) => ({ ...read(row), name: row.name }))
}

export async function linkAccount(strapi: Core.Strapi, accountId: number, memberId: string, at: Date) {
  await strapi.db.transaction(({ trx }) =>
    trx(ACCOUNTS).insert({ account_id: accountId, member_id: memberId, activated_at_ms: at.getTime() }),
  )
}

export async function memberOfAccount(strapi: Core.Strapi, accountId: number): Promise<string | null> {
  const row: { member_id: string } | undefined = await strapi.db.transaction(({ trx }) =>
    trx(ACCOUNTS).where({ account_id: accountId }).first('member_id'),
  )
  return row?.member_id ?? null
}
