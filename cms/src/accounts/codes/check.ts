/** Whether somebody holds the code that a member was given. */
import type { Core } from '@strapi/types'
import { sameNumber } from '../../domain/accounts/member-number'
import { type CodePurpose, isUsable, typedCode } from '../../domain/accounts/one-time-code'
import { AccountRefusal, refuseAccount } from '../../domain/accounts/refusals'
import { codeByDigest, codesOf, countTry, type StoredCode } from '../../stores/member-codes'
import { findMemberById, findMemberByNumber, type MemberIdentity } from '../../stores/member-identities'
import { beginTry } from '../tries'
import { codeDigest, ticketDigest } from './make'

export type Held = { member: MemberIdentity; code: StoredCode }

type Typed = { number: string; code: string }

/**
 * Nothing is used up yet. An unknown number, a wrong code and one that has run out are answered alike.
 * @param fits whether this is a member for whom the code may do what it is for
 */
export async function checkTypedCode(
  strapi: Core.Strapi,
  purpose: Extract<CodePurpose, 'activation' | 'reset'>,
  typed: Typed,
  address: string | null,
  now: Date,
): Promise<Held> {
  const begun = await beginTry(strapi, 'code', sameNumber(typed.number), address, now)
  const member = await findMemberByNumber(strapi, typed.number)
  const usable = member ? (await codesOf(strapi, member.id, purpose)).filter((code) => isUsable(code, now)) : []
  const digest = codeDigest(member?.id ?? '', typedCode(typed.code))
  const code = usable.find((one) => one.digest === digest)
  const fits = member?.isPresent === true && (purpose === 'activation') === (member.accountId === null)
  if (!member || !code || !fits) {
    await countTry(
      strapi,
      usable.map(({ id }) => id),
    )
    throw new AccountRefusal('CODE_WRONG', { accountId: member?.accountId ?? null })
  }
  await begun.succeeded()
  return { member, code }
}

/** A ticket is what a page was given a moment ago: whoever has a wrong one starts again. */
export async function checkTicket(
  strapi: Core.Strapi,
  purpose: Extract<CodePurpose, 'second-factor' | 'first-entry'>,
  ticket: string,
  now: Date,
): Promise<Held> {
  const code = await codeByDigest(strapi, purpose, ticketDigest(ticket))
  const member = code && isUsable(code, now) ? await findMemberById(strapi, code.memberId) : null
  if (!code || !member?.isPresent) return refuseAccount('TICKET_ENDED')
  return { member, code }
}
