/** Who a number belongs to, and which account is whose: what accounts need to know of members. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'

export type MemberIdentity = {
  id: string
  number: string
  name: string
  /** false for those who have left */
  isPresent: boolean
  phone: string | null
  mail: string | null
  /** null before the activation */
  accountId: number | null
}

type Stored = {
  id: string
  number: string
  name: string
  status: string
  phone: string | null
  mail: string | null
  account_id: number | null
}

const LEFT = 'former'

const read = ({ id, number, name, status, phone, mail, account_id }: Stored): MemberIdentity => ({
  ...{ id, number, name, phone, mail, isPresent: status !== LEFT, accountId: account_id },
})

const identities = (trx: Knex): Knex.QueryBuilder =>
  trx('members')
    .leftJoin('member_accounts', 'member_accounts.member_id', 'members.id')
    // an account that the desk has deleted is none: its member may activate another
    .leftJoin('up_users', 'up_users.id', 'member_accounts.account_id')
    .select(
      ...['members.id', 'members.number', 'members.name', 'members.status', 'members.phone', 'members.mail'],
      'up_users.id as account_id',
    )

async function one(strapi: Core.Strapi, narrow: (rows: Knex.QueryBuilder) => Knex.QueryBuilder) {
  const found: Stored | undefined = await strapi.db.transaction(({ trx }) => narrow(identities(trx)).first())
  return found ? read(found) : null
}

/** Joins the transaction it is called in, as the others do. */
export const findMemberByNumber = (strapi: Core.Strapi, number: string): Promise<MemberIdentity | null> =>
  one(strapi, (rows) => rows.whereIn('members.number', [number, number.toUpperCase(), number.toLowerCase()]))

export const findMemberById = (strapi: Core.Strapi, id: string): Promise<MemberIdentity | null> =>
  one(strapi, (rows) => rows.where('members.id', id))

export const findMemberOfAccount = (strapi: Core.Strapi, accountId: number): Promise<MemberIdentity | null> =>
  one(strapi, (rows) => rows.where('member_accounts.account_id', accountId))
