/** Somebody comes back from the college's log-in: a member is let in; one without an account agrees first; nobody else. */
import type { Core } from '@strapi/types'
import { memberNumber } from '../../domain/accounts/member-number'
import { isAccountOpen } from '../../stores/member-accounts'
import { findMemberByNumber } from '../../stores/member-identities'
import type { From } from '../activate'
import { makeTicket } from '../codes/make'
import { type Entered, letIn } from '../log-in'
import type { SignOnWay } from './flow'
import { SignOnProblem } from './provider'

/** `new`: the account comes into being with the consents, by this ticket. */
export type CameBack = Entered | { state: 'new'; ticket: string }

export async function letInFromCollege(
  strapi: Core.Strapi,
  said: string | null,
  way: SignOnWay,
  isKept: boolean,
  from: From,
  now: Date,
): Promise<CameBack> {
  const number = memberNumber.safeParse(said)
  if (!number.success) return SignOnProblem.refuse('SIGN_ON_NO_NUMBER')
  const member = await findMemberByNumber(strapi, number.data)
  if (!member?.isPresent) return SignOnProblem.refuse('SIGN_ON_NO_MEMBER')
  if (member.accountId === null) {
    const { ticket } = await makeTicket(strapi, member.id, 'first-entry', { way }, now)
    return { state: 'new', ticket }
  }
  if (!(await isAccountOpen(strapi, member.accountId))) {
    return SignOnProblem.refuse('SIGN_ON_NO_MEMBER', member.accountId)
  }
  return letIn(strapi, member, member.accountId, { way, isKept, from }, now)
}
