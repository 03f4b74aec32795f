/** What runs by the clock. Each may be missed, or run twice: it looks at what there is. */
import type { Core } from '@strapi/types'
import { verifyAndTell } from '../audit/verification'
import { compactChanges } from '../stores/compact-changes'
import { forgetOldReadings } from '../stores/readings'
import { scheduleLinkChecks } from './check-links'
import { thinVersionsJob } from './thin-versions'

/** when nobody works at the desk */
const AT_NIGHT = '17 3 * * *'
const VERIFY_AT_NIGHT = '47 4 * * *'

/** Call in `bootstrap`. */
export function scheduleJobs(strapi: Core.Strapi) {
  scheduleLinkChecks(strapi)
  strapi.cron.add({
    thinVersions: thinVersionsJob(strapi),
import { readEnvironment } from '../environment'
import { compactChanges } from '../stores/compact-changes'
import { leaveInDesk } from '../stores/mail-outbox'
import { openMailer, sendWaitingMails } from './send-mails'

/** when nobody works at the desk */
const AT_NIGHT = '17 3 * * *'
const EVERY_HALF_MINUTE = '*/30 * * * * *'

/** Call in `bootstrap`. */
export function scheduleJobs(strapi: Core.Strapi) {
  const mailer = openMailer(readEnvironment())
  strapi.cron.add({
    sendMails: {
      task: async () => {
        if (mailer) await sendWaitingMails(strapi, mailer, new Date())
        else await leaveInDesk(strapi)
      },
      options: { rule: EVERY_HALF_MINUTE },
    },
    compactChanges: {
      task: async () => {
        const gone = await compactChanges(strapi, new Date())
        if (gone > 0) strapi.log.info(`${gone} old rows of the change log are gone`)
      },
      options: { rule: AT_NIGHT, tz: 'Asia/Shanghai' },
    },
    forgetOldReadings: {
      task: () => forgetOldReadings(strapi, new Date()),
      options: { rule: AT_NIGHT, tz: 'Asia/Shanghai' },
    },
    verifyAuditLog: {
      task: async () => {
        await verifyAndTell(strapi, new Date())
      },
      options: { rule: VERIFY_AT_NIGHT, tz: 'Asia/Shanghai' },
    },
  })
}
