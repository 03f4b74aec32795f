/** How an account comes into being: by a code of the branch or of a mail, or by the college's word who somebody is. */
import type { Core } from '@strapi/types'
import { refuseAccount } from '../domain/accounts/refusals'
import { type Agreed, checkConsents } from '../domain/accounts/texts'
import { createAccount, setPasswordHash } from '../stores/member-accounts'
import { dropCodes, useCode } from '../stores/member-codes'
import { addConsents } from '../stores/member-consents'
import { findMemberById } from '../stores/member-identities'
import type { MemberSession, Way } from '../stores/member-sessions'
import { checkTicket, checkTypedCode, type Held } from './codes/check'
import { demandGoodPassword, hashNewPassword } from './new-password'
import type { Passwords } from './passwords'
import { openSession } from './sessions/open'

export type From = { address: string | null; device: string }
export type Activation = { consents: readonly Agreed[]; isKept: boolean } & (
  | { number: string; code: string; password: string }
  | { ticket: string }
)

const wayOf = ({ code }: Held): Way => (code.carries as { way?: Way } | null)?.way ?? 'activation'

/** The code is used and the account made in one transaction: of two at the same moment, one gets the account. */
async function enter(strapi: Core.Strapi, held: Held, hash: string | null, asked: Activation, from: From, now: Date) {
  return strapi.db.transaction(async () => {
    if (!(await useCode(strapi, held.code.id, now))) refuseAccount('CODE_WRONG')
    const member = await findMemberById(strapi, held.member.id)
    if (!member?.isPresent || member.accountId !== null) return refuseAccount('CODE_WRONG')
    const accountId = await createAccount(strapi, member, now)
    if (hash) await setPasswordHash(strapi, accountId, hash, now)
    await addConsents(strapi, member.id, asked.consents, now)
    await dropCodes(strapi, member.id)
    const opening = { accountId, way: wayOf(held), device: from.device, isKept: asked.isKept }
    return openSession(strapi, { ...opening, isSecondFactorPassed: false }, now)
  })
}

/** What can be put right by typing again is said before the code is used up. */
export async function activate(
  strapi: Core.Strapi,
  passwords: Passwords,
  asked: Activation,
  from: From,
  now: Date,
): Promise<MemberSession> {
  const held =
    'ticket' in asked
      ? await checkTicket(strapi, 'first-entry', asked.ticket, now)
      : await checkTypedCode(strapi, 'activation', asked, from.address, now)
  if ('password' in asked) demandGoodPassword(asked.password, held.member)
  const problem = checkConsents(asked.consents)
  if (problem) refuseAccount(problem)
  const hash = 'password' in asked ? await hashNewPassword(passwords, asked.password, held.member) : null
  return enter(strapi, held, hash, asked, from, now)
}
