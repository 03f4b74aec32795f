/** Setting up the second factor, new recovery codes, and switching it off. */
import { randomInt } from 'node:crypto'
import type { Core } from '@strapi/types'
import { needsSecondFactor } from '../../domain/access/roles'
import { makeCode, printedCode } from '../../domain/accounts/one-time-code'
import { refuseAccount } from '../../domain/accounts/refusals'
import { RECOVERY_CODES } from '../../domain/accounts/second-factor'
import { beijingDate } from '../../domain/time/beijing'
import { sealingRing } from '../../sealing/ring'
import { passwordHashOf } from '../../stores/member-accounts'
import { findMemberById, findMemberOfAccount } from '../../stores/member-identities'
import {
  beginSecondFactor,
  confirmSecondFactor,
  putRecoveryCodes,
  removeSecondFactor,
  secondFactorOf,
  useStep,
} from '../../stores/member-second-factors'
import { endSessionsOf, forgetSecondFactors, type MemberSession, noteSecondFactor } from '../../stores/member-sessions'
import { officesHeld } from '../../stores/offices'
import type { Passwords } from '../passwords'
import { beginTry } from '../tries'
import { recoveryDigest, sealedFor, showSecondFactor } from './show'
import { newSecret, type Shown, shownSecret, stepOf } from './totp'

type InSession = Pick<MemberSession, 'id' | 'accountId'>

function newRecoveryCodes(accountId: number) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => makeCode((below) => randomInt(below)))
  return { printed: codes.map(printedCode), digests: codes.map((code) => recoveryDigest(accountId, code)) }
}

/** Somebody who finds an open phone does not bind his own app to it: the password is asked again, where there is one. */
async function demandPassword(
  strapi: Core.Strapi,
  passwords: Passwords,
  accountId: number,
  password: string,
  address: string | null,
  now: Date,
) {
  const stored = await passwordHashOf(strapi, accountId)
  if (stored === null) return
  const begun = await beginTry(strapi, 'login', `account ${accountId}`, address, now)
  if (!(await passwords.verify(password, stored))) refuseAccount('PASSWORD_WRONG')
  await begun.succeeded()
}

/** Nothing is asked for at log-in before the first code has been shown. */
export async function beginSetUp(
  strapi: Core.Strapi,
  passwords: Passwords,
  { accountId }: InSession,
  password: string,
  address: string | null,
  now: Date,
): Promise<Shown> {
  await demandPassword(strapi, passwords, accountId, password, address, now)
  const member = await findMemberOfAccount(strapi, accountId)
  if (!member) return refuseAccount('LOGIN_REQUIRED')
  return strapi.db.transaction(async () => {
    if ((await secondFactorOf(strapi, accountId))?.isConfirmed) refuseAccount('SECOND_FACTOR_EXISTS')
    const secret = newSecret()
    await beginSecondFactor(strapi, accountId, sealingRing(strapi).seal(secret, sealedFor(accountId)), now)
    return shownSecret(secret, `${member.name} ${member.number}`)
  })
}

/** @returns the recovery codes, once */
export async function confirmSetUp(
  strapi: Core.Strapi,
  { id, accountId }: InSession,
  code: string,
  address: string | null,
  now: Date,
): Promise<string[]> {
  const begun = await beginTry(strapi, 'second-factor', String(accountId), address, now)
  const recovery = newRecoveryCodes(accountId)
  await strapi.db.transaction(async () => {
    const factor = await secondFactorOf(strapi, accountId)
    if (!factor) return refuseAccount('SECOND_FACTOR_ABSENT')
    if (factor.isConfirmed) return refuseAccount('SECOND_FACTOR_EXISTS')
    const step = stepOf(sealingRing(strapi).unseal(factor.secretSealed, sealedFor(accountId)), code, now)
    if (step === null || !(await useStep(strapi, accountId, step))) return refuseAccount('SECOND_FACTOR_WRONG')
    await confirmSecondFactor(strapi, accountId, recovery.digests, now)
    await noteSecondFactor(strapi, id, now)
  })
  await begun.succeeded()
  return recovery.printed
}

/** @returns the new codes, once; the old ones are worth nothing */
export async function renewRecoveryCodes(
  strapi: Core.Strapi,
  { accountId }: InSession,
  code: string,
  address: string | null,
  now: Date,
): Promise<string[]> {
  await showSecondFactor(strapi, accountId, code, address, now)
  const recovery = newRecoveryCodes(accountId)
  await putRecoveryCodes(strapi, accountId, recovery.digests)
  return recovery.printed
}

/** A changed phone: shown once more, then gone. An office that needs it sets up the new one before it may act again. */
export async function switchOff(
  strapi: Core.Strapi,
  { accountId }: InSession,
  code: string,
  address: string | null,
  now: Date,
): Promise<void> {
  await showSecondFactor(strapi, accountId, code, address, now)
  await strapi.db.transaction(async () => {
    await removeSecondFactor(strapi, accountId)
    await forgetSecondFactors(strapi, accountId)
  })
}

/**
 * A lost phone, and no recovery codes: the committee's staff has seen who it is. Joins the transaction it is called in.
 * @returns false where there is none
 */
export async function takeAway(strapi: Core.Strapi, memberId: string, now: Date): Promise<boolean> {
  const accountId = (await findMemberById(strapi, memberId))?.accountId ?? null
  if (accountId === null || (await secondFactorOf(strapi, accountId)) === null) return false
  await removeSecondFactor(strapi, accountId)
  await endSessionsOf(strapi, accountId, 'everywhere', now)
  return true
}

/** What the member area shows. */
export async function isSecondFactorNeeded(strapi: Core.Strapi, memberId: string, now: Date): Promise<boolean> {
  const held = await officesHeld(strapi, memberId, beijingDate(now))
  return needsSecondFactor(held.map(({ role }) => role))
}
