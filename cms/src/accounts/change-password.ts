/** A new password: by the old one, or by a code of the branch or of a mail. Everybody else who is logged in is out then. */
import type { Core } from '@strapi/types'
import { plainPassword } from '../domain/accounts/password-rules'
import { refuseAccount } from '../domain/accounts/refusals'
import { isAccountOpen, passwordHashOf, setPasswordHash } from '../stores/member-accounts'
import { dropCodes, useCode } from '../stores/member-codes'
import { findMemberOfAccount } from '../stores/member-identities'
import { endSessionsOf, type MemberSession } from '../stores/member-sessions'
import type { From } from './activate'
import { checkTypedCode } from './codes/check'
import { type Entered, letIn } from './log-in'
import { demandGoodPassword, hashNewPassword } from './new-password'
import type { Passwords } from './passwords'
import { beginTry } from './tries'

type Change = { present: string; next: string }

export async function changePassword(
  strapi: Core.Strapi,
  passwords: Passwords,
  { id, accountId }: Pick<MemberSession, 'id' | 'accountId'>,
  { present, next }: Change,
  address: string | null,
  now: Date,
): Promise<void> {
  const member = await findMemberOfAccount(strapi, accountId)
  const stored = await passwordHashOf(strapi, accountId)
  if (!member || stored === null) return refuseAccount('PASSWORD_MISSING')
  const begun = await beginTry(strapi, 'login', `account ${accountId}`, address, now)
  if (!(await passwords.verify(present, stored))) refuseAccount('PASSWORD_WRONG')
  await begun.succeeded()
  if (plainPassword(present) === plainPassword(next)) {
    refuseAccount('PASSWORD_WEAK', { problems: [{ code: 'SAME', message: '新密码要与现在的密码不同。' }] })
  }
  const hash = await hashNewPassword(passwords, next, member)
  await strapi.db.transaction(async () => {
    await setPasswordHash(strapi, accountId, hash, now)
    await dropCodes(strapi, member.id)
    await endSessionsOf(strapi, accountId, 'password', now, id)
  })
}

export type Reset = { number: string; code: string; password: string; isKept: boolean }

/** The second factor stays: whoever finds a printed code still needs the phone. */
export async function resetPassword(
  strapi: Core.Strapi,
  passwords: Passwords,
  reset: Reset,
  from: From,
  now: Date,
): Promise<Entered> {
  const { member, code } = await checkTypedCode(strapi, 'reset', reset, from.address, now)
  const accountId = member.accountId
  if (accountId === null || !(await isAccountOpen(strapi, accountId))) return refuseAccount('CODE_WRONG')
  demandGoodPassword(reset.password, member)
  const hash = await hashNewPassword(passwords, reset.password, member)
  return strapi.db.transaction(async () => {
    if (!(await useCode(strapi, code.id, now))) refuseAccount('CODE_WRONG')
    await setPasswordHash(strapi, accountId, hash, now)
    await dropCodes(strapi, member.id)
    await endSessionsOf(strapi, accountId, 'password', now)
    return letIn(strapi, member, accountId, { way: 'reset', isKept: reset.isKept, from }, now)
  })
}
