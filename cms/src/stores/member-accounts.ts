/** The account itself: a row of Strapi's plugin, so that its authentication knows it, without a password of its own. */
import type { Core } from '@strapi/types'
import type { MemberIdentity } from './member-identities'
import { linkAccount } from './offices'

const ACCOUNT = 'plugin::users-permissions.user'
const ROLE = 'plugin::users-permissions.role'

/** Joins the transaction it is called in. @throws where the member has an account already */
export async function createAccount(
  strapi: Core.Strapi,
  { id, number, name }: MemberIdentity,
  now: Date,
): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    // of an account that was deleted
    await trx('member_accounts')
      .where({ member_id: id })
      .whereNotIn('account_id', trx('up_users').select('id'))
      .delete()
    const role: { id: number } | null = await strapi.db.query(ROLE).findOne({ where: { type: 'authenticated' } })
    if (!role) throw new Error('the role of members is missing')
    const account: { id: number } = await strapi.db.query(ACCOUNT).create({
      data: {
        // the audit log calls people by it; the plugin wants an address, and this one belongs to nobody
        ...{ username: `${name} ${number}`, email: `${id}@members.invalid`, provider: 'member' },
        ...{ confirmed: true, blocked: false, role: role.id },
      },
    })
    await linkAccount(strapi, account.id, id, now)
    return account.id
  })
}

/** False for accounts that the desk has switched off, or deleted. */
export async function isAccountOpen(strapi: Core.Strapi, accountId: number): Promise<boolean> {
  const account: { blocked: boolean | null } | null = await strapi.db
    .query(ACCOUNT)
    .findOne({ where: { id: accountId }, select: ['blocked'] })
  return account !== null && account.blocked !== true
}

/** @returns null for an account that never had one: its member comes by the college's single sign-on */
export async function passwordHashOf(strapi: Core.Strapi, accountId: number): Promise<string | null> {
  const found: { password_hash: string } | undefined = await strapi.db.transaction(({ trx }) =>
    trx('member_credentials').where({ account_id: accountId }).first('password_hash'),
  )
  return found?.password_hash ?? null
}

/** Joins the transaction it is called in. */
export async function setPasswordHash(strapi: Core.Strapi, accountId: number, hash: string, now: Date) {
  const row = { password_hash: hash, changed_at_ms: now.getTime() }
  await strapi.db.transaction(({ trx }) =>
    trx('member_credentials')
      .insert({ account_id: accountId, ...row })
      .onConflict('account_id')
      .merge(row),
  )
}
