/** The second step of a log-in, and the code that an open session is asked for once a day. */
import type { Core } from '@strapi/types'
import { refuseAccount } from '../../domain/accounts/refusals'
import { isAccountOpen } from '../../stores/member-accounts'
import { countTry, useCode } from '../../stores/member-codes'
import { type MemberSession, noteSecondFactor, type Way } from '../../stores/member-sessions'
import type { From } from '../activate'
import { checkTicket } from '../codes/check'
import { openSession } from '../sessions/open'
import { showSecondFactor } from './show'

export async function enterWithSecondFactor(
  strapi: Core.Strapi,
  { ticket, code }: { ticket: string; code: string },
  from: From,
  now: Date,
): Promise<MemberSession> {
  const held = await checkTicket(strapi, 'second-factor', ticket, now)
  const { accountId } = held.member
  if (accountId === null || !(await isAccountOpen(strapi, accountId))) return refuseAccount('TICKET_ENDED')
  await countTry(strapi, [held.code.id])
  await showSecondFactor(strapi, accountId, code, from.address, now)
  const { way, isKept } = held.code.carries as { way: Way; isKept: boolean }
  return strapi.db.transaction(async () => {
    if (!(await useCode(strapi, held.code.id, now))) return refuseAccount('TICKET_ENDED')
    const opening = { accountId, way, isKept, device: from.device, isSecondFactorPassed: true }
    return openSession(strapi, opening, now)
  })
}

export async function passAgain(
  strapi: Core.Strapi,
  { id, accountId }: Pick<MemberSession, 'id' | 'accountId'>,
  code: string,
  address: string | null,
  now: Date,
): Promise<void> {
  await showSecondFactor(strapi, accountId, code, address, now)
  await noteSecondFactor(strapi, id, now)
}
