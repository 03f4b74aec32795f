/** Who calls, and whether he may: before any endpoint for members is entered. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { type MemberRefusalCode, memberRefusals } from '../domain/access/refusals'
import { needsSecondFactor, type Role } from '../domain/access/roles'
import { holdsOneOf, type MemberCaller } from '../domain/access/scope'
import { beijingDate } from '../domain/time/beijing'
import { findMember } from '../stores/members'
import { memberOfAccount, officesHeld } from '../stores/offices'
import { authenticate } from './authenticate'

/** Strapi's router puts a sentence of its own in the place of its own errors of these kinds: this one arrives as it is. */
export class NotAdmitted extends Error {
  override name = 'NotAdmitted'
  readonly status: 401 | 403
  readonly code: MemberRefusalCode

  constructor(status: 401 | 403, code: MemberRefusalCode) {
    super(memberRefusals[code])
    this.status = status
    this.code = code
  }

  answer(ctx: Context) {
    const { status, code, message } = this
    ctx.status = status
    ctx.body = { data: null, error: { status, name: this.name, message, details: { code } } }
  }
}

export const notFound = () => new errors.NotFoundError(memberRefusals.NOT_FOUND, { code: 'NOT_FOUND' })

/** @throws NotAdmitted */
export async function admitCaller(
  strapi: Core.Strapi,
  ctx: Context,
  who: readonly Role[],
  now: Date,
): Promise<MemberCaller> {
  const session = await authenticate(strapi, ctx)
  if (!session) throw new NotAdmitted(401, 'LOGIN_REQUIRED')
  const { account, hasSecondFactor } = session
  // the audit log says who it was, also when he is refused
  ctx.state.user = account
  const memberId = await memberOfAccount(strapi, account.id)
  const member = memberId === null ? null : await findMember(strapi, memberId)
  if (!member || member.status === 'former') throw new NotAdmitted(403, 'NO_MEMBER')
  const offices = await officesHeld(strapi, member.id, beijingDate(now))
  const { id, name, organisationId } = member
  const caller = { accountId: account.id, memberId: id, name, organisationId, offices, hasSecondFactor }
  if (!holdsOneOf(caller, who)) throw new NotAdmitted(403, 'NOT_ALLOWED')
  const used = offices.map(({ role }) => role).filter((role) => who.includes(role))
  if (!who.includes('member') && needsSecondFactor(used) && !hasSecondFactor)
    throw new NotAdmitted(403, 'SECOND_FACTOR_REQUIRED')
  return caller
}
