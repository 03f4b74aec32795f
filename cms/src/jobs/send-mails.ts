/** Sends waiting notices by mail, after the commit that made them; what does not go out is tried again, and at last shown. */
import type { Core } from '@strapi/types'
import { createTransport, type Transporter } from 'nodemailer'
import { singleKinds, uidOf } from '../domain/content/kinds'
import { pauseAfter } from '../domain/notices/mail-retry'
import type { Environment } from '../environment'
import { accountById } from '../stores/desk-accounts'
import { claimMails, postponeMail, settleMail, type WaitingMail } from '../stores/mail-outbox'

const AT_ONCE = 50
const TIMEOUT_MS = 20_000

export type MailSettings = { from: string; deskUrl: string; transport: Transporter }

/** @returns null where no mail server is set up */
export function openMailer(environment: Environment): MailSettings | null {
  const { SMTP_URL, MAIL_FROM, CMS_PUBLIC_URL, CMS_PORT } = environment
  if (!SMTP_URL || !MAIL_FROM) return null
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = createTransport({ url: SMTP_URL, ...limits })
  return { from: MAIL_FROM, deskUrl: `${CMS_PUBLIC_URL ?? `http://localhost:${CMS_PORT}`}/admin`, transport }
}

function linkOf({ kind, documentId }: WaitingMail, deskUrl: string): string {
  if (!kind || !documentId) return `${deskUrl}/review`
  const isSingle = (singleKinds as readonly string[]).includes(kind)
  const uid = uidOf(kind)
  return `${deskUrl}/content-manager/${isSingle ? `single-types/${uid}` : `collection-types/${uid}/${documentId}`}`
}

async function send(strapi: Core.Strapi, mail: WaitingMail, { transport, from, deskUrl }: MailSettings) {
  const account = await accountById(strapi, mail.userId)
  if (!account) return settleMail(strapi, mail.id, 'none')
  await transport.sendMail({
    ...{ from, to: { name: account.name, address: account.email }, subject: mail.subject },
    text: `${account.name}，您好：\n\n${mail.text}\n\n打开：${linkOf(mail, deskUrl)}\n\n这封邮件由智慧党建门户自动发出，请不要回复。\n`,
    // the same at every attempt: a mail that arrived twice is shown once
    messageId: `<notice-${mail.id}@${new URL(deskUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  await settleMail(strapi, mail.id, 'sent')
}

/** Answers how many were tried. */
export async function sendWaitingMails(strapi: Core.Strapi, settings: MailSettings, now: Date): Promise<number> {
  const mails = await claimMails(strapi, now, AT_ONCE)
  for (const mail of mails) {
    try {
      await send(strapi, mail, settings)
    } catch (error) {
      const pause = pauseAfter(mail.attempts)
      const reason = (error as Error).message
      strapi.log.warn(`mail of notice ${mail.id} did not go out (attempt ${mail.attempts}): ${reason}`)
      if (pause === null) await settleMail(strapi, mail.id, 'failed')
      else await postponeMail(strapi, mail.id, new Date(now.getTime() + pause))
    }
  }
  return mails.length
}
