/** The mail with a one-time code. Whoever did not ask for it learns what to do: nothing. */
import type { CodePurpose } from './one-time-code'
import { CODE_LIFE_MS } from './one-time-code'

const MINUTE_MS = 60_000

type Words = { subject: string; text: string }

const what = { activation: '启用党员账号', reset: '重新设置密码' } as const
export const codePages = { activation: '/member/activate/', reset: '/member/reset/' } as const

/** @param code as it is printed @param siteUrl of the portal, without a path */
export function codeMailWords(
  purpose: Extract<CodePurpose, 'activation' | 'reset'>,
  name: string,
  code: string,
  siteUrl: string,
): Words {
  const minutes = CODE_LIFE_MS.mail / MINUTE_MS
  return {
    subject: `${what[purpose]}的一次性码`,
    text: [
      `${name}同志，您好：`,
      `您${what[purpose]}的一次性码是 ${code}，${minutes} 分钟内有效，只能用一次。`,
      `请打开 ${new URL(codePages[purpose], siteUrl)} ，填写学号/工号和这个码。`,
      '不要把这个码告诉任何人，支部和学校的工作人员也不会向您索要。如果不是您本人操作，不必理会这封邮件。',
      '这封邮件由智慧党建门户自动发出，请不要回复。',
    ].join('\n\n'),
  }
}

/** When a mail that did not go out is tried again; a code that comes too late confuses more than it helps. */
export function isStillWanted(askedAt: Date, at: Date): boolean {
  return at.getTime() - askedAt.getTime() < CODE_LIFE_MS.mail
}
