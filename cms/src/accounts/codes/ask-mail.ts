/** A code by mail, for whoever says to be this member: it goes to the address of the roster, or nowhere. Nobody is told which. */
import type { Core } from '@strapi/types'
import { mailLimits } from '../../domain/accounts/login-pause'
import { sameNumber } from '../../domain/accounts/member-number'
import { findMemberByNumber } from '../../stores/member-identities'
import { addCodeMail, type MailPurpose } from '../../stores/member-mails'
import { beginTry } from '../tries'

export async function askForMail(
  strapi: Core.Strapi,
  purpose: MailPurpose,
  number: string,
  address: string | null,
  now: Date,
): Promise<void> {
  await beginTry(strapi, 'mail', sameNumber(number), address, now, mailLimits)
  const member = await findMemberByNumber(strapi, number)
  const fits = member?.isPresent === true && (purpose === 'activation') === (member.accountId === null)
  if (member?.mail && fits) await addCodeMail(strapi, member.id, purpose, now)
}
