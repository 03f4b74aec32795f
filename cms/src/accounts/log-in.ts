/** Number and password. An unknown number, an account not yet activated and a wrong password are one answer, in words and in time. */
import type { Core } from '@strapi/types'
import { sameNumber } from '../domain/accounts/member-number'
import { AccountRefusal } from '../domain/accounts/refusals'
import { isAccountOpen, passwordHashOf, setPasswordHash } from '../stores/member-accounts'
import { findMemberByNumber, type MemberIdentity } from '../stores/member-identities'
import { secondFactorOf } from '../stores/member-second-factors'
import type { MemberSession, Way } from '../stores/member-sessions'
import type { From } from './activate'
import { makeTicket } from './codes/make'
import type { Passwords } from './passwords'
import { openSession } from './sessions/open'
import { beginTry } from './tries'

/** `asked`: the second factor comes next, with this ticket. */
export type Entered =
  | { state: 'in'; session: MemberSession }
  | { state: 'asked'; ticket: string; expiresAt: Date; accountId: number }

type Entry = { way: Way; isKept: boolean; from: From }

/** For whoever has proved who he is, by password or by the college's word. */
export async function letIn(
  strapi: Core.Strapi,
  { id }: MemberIdentity,
  accountId: number,
  { way, isKept, from }: Entry,
  now: Date,
): Promise<Entered> {
  const factor = await secondFactorOf(strapi, accountId)
  if (factor?.isConfirmed) {
    const { ticket, expiresAt } = await makeTicket(strapi, id, 'second-factor', { way, isKept }, now)
    return { state: 'asked', ticket, expiresAt, accountId }
  }
  const opening = { accountId, way, isKept, device: from.device, isSecondFactorPassed: false }
  return { state: 'in', session: await openSession(strapi, opening, now) }
}

export type Login = { number: string; password: string; isKept: boolean }

export async function logIn(
  strapi: Core.Strapi,
  passwords: Passwords,
  { number, password, isKept }: Login,
  from: From,
  now: Date,
): Promise<Entered> {
  const begun = await beginTry(strapi, 'login', sameNumber(number), from.address, now)
  const member = await findMemberByNumber(strapi, number)
  const accountId = member?.accountId ?? null
  const stored = accountId === null ? null : await passwordHashOf(strapi, accountId)
  const isRight = await passwords.verify(password, stored)
  const isOpen = member?.isPresent === true && accountId !== null && (await isAccountOpen(strapi, accountId))
  if (!isRight || !isOpen || stored === null) throw new AccountRefusal('WRONG_LOGIN', { accountId })
  await begun.succeeded()
  if (passwords.isOutdated(stored)) await setPasswordHash(strapi, accountId, await passwords.hash(password), now)
  return letIn(strapi, member, accountId, { way: 'password', isKept, from }, now)
}
