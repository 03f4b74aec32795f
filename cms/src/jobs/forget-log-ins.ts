/** What of log-ins is of no use any more: codes that ran out, tries that are forgotten, devices that nobody came back with. */
import type { Core } from '@strapi/types'
import { forgetCodes } from '../stores/member-codes'
import { forgetCodeMails } from '../stores/member-mails'
import { forgetSessions } from '../stores/member-sessions'
import { forgetTries } from '../stores/member-tries'

/** when nobody comes */
const AT_NIGHT = '37 3 * * *'
const DAY_MS = 24 * 60 * 60 * 1000
const KEPT_DAYS = { codes: 7, tries: 2, mails: 30, sessions: 190 } as const

export async function forgetLogIns(strapi: Core.Strapi, now: Date) {
  const before = (what: keyof typeof KEPT_DAYS) => new Date(now.getTime() - KEPT_DAYS[what] * DAY_MS)
  await forgetCodes(strapi, before('codes'))
  await forgetTries(strapi, before('tries'))
  await forgetCodeMails(strapi, before('mails'))
  await forgetSessions(strapi, before('sessions'))
}

export const forgetLogInsJob = (strapi: Core.Strapi) => ({
  task: () => forgetLogIns(strapi, new Date()),
  options: { rule: AT_NIGHT, tz: 'Asia/Shanghai' },
})
