/** Sends the codes that members asked for. The code is made here, with the mail: what waits in the table opens nothing. */
import type { Core } from '@strapi/types'
import { makeMemberCode } from '../accounts/codes/make'
import { codeMailWords, isStillWanted } from '../domain/accounts/code-mail'
import { printedCode } from '../domain/accounts/one-time-code'
import { pauseAfter } from '../domain/notices/mail-retry'
import { findMemberById } from '../stores/member-identities'
import { claimCodeMails, postponeCodeMail, settleCodeMail, type WaitingCodeMail } from '../stores/member-mails'
import type { MailSettings } from './send-mails'

const AT_ONCE = 50

type Settings = Pick<MailSettings, 'from' | 'transport'> & { siteUrl: string }

async function send(strapi: Core.Strapi, mail: WaitingCodeMail, { from, transport, siteUrl }: Settings, now: Date) {
  const member = await findMemberById(strapi, mail.memberId)
  const fits = member?.isPresent === true && (mail.purpose === 'activation') === (member.accountId === null)
  if (!member?.mail || !fits || !isStillWanted(mail.askedAt, now)) return settleCodeMail(strapi, mail.id, 'none')
  const { code } = await makeMemberCode(strapi, member.id, mail.purpose, 'mail', now)
  await transport.sendMail({
    ...{ from, to: { name: member.name, address: member.mail } },
    ...codeMailWords(mail.purpose, member.name, printedCode(code), siteUrl),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  await settleCodeMail(strapi, mail.id, 'sent')
}

/** Answers how many were tried. */
export async function sendCodeMails(strapi: Core.Strapi, settings: Settings, now: Date): Promise<number> {
  const mails = await claimCodeMails(strapi, now, AT_ONCE)
  for (const mail of mails) {
    try {
      await send(strapi, mail, settings, now)
    } catch (error) {
      const pause = pauseAfter(mail.attempts)
      const next = pause === null ? null : new Date(now.getTime() + pause)
      strapi.log.warn(`a code by mail did not go out (attempt ${mail.attempts}): ${(error as Error).message}`)
      if (next && isStillWanted(mail.askedAt, next)) await postponeCodeMail(strapi, mail.id, next)
      else await settleCodeMail(strapi, mail.id, 'failed')
    }
  }
  return mails.length
}
