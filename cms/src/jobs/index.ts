/** What runs by the clock. Each may be missed, or run twice: it looks at what there is. */
import type { Core } from '@strapi/types'
import { verifyAndTell } from '../audit/verification'
import { readEnvironment } from '../environment'
import { compactChanges } from '../stores/compact-changes'
import { leaveInDesk } from '../stores/mail-outbox'
import { forgetOldReadings } from '../stores/readings'
import { scheduleLinkChecks } from './check-links'
import { duesJobs } from './dues'
import { forgetLogInsJob } from './forget-log-ins'
import { forgetReportsJob } from './forget-reports'
import { sendCodeMails } from './send-code-mails'
import { openMailer, sendWaitingMails } from './send-mails'
import { thinVersionsJob } from './thin-versions'

/** when nobody works at the desk */
const AT_NIGHT = { rule: '17 3 * * *', tz: 'Asia/Shanghai' }
const VERIFY_AT_NIGHT = { rule: '47 4 * * *', tz: 'Asia/Shanghai' }
const EVERY_HALF_MINUTE = { rule: '*/30 * * * * *' }

/** Call in `bootstrap`. */
export function scheduleJobs(strapi: Core.Strapi) {
  const environment = readEnvironment()
  const mailer = openMailer(environment)
  const { SITE_URL } = environment
  scheduleLinkChecks(strapi)
  strapi.cron.add({
    sendMails: {
      task: async () => {
        if (mailer) await sendWaitingMails(strapi, mailer, new Date())
        else await leaveInDesk(strapi)
        if (mailer) await sendCodeMails(strapi, { ...mailer, siteUrl: SITE_URL }, new Date())
      },
      options: EVERY_HALF_MINUTE,
    },
    ...duesJobs(strapi),
    thinVersions: thinVersionsJob(strapi),
    forgetReports: forgetReportsJob(strapi),
    forgetLogIns: forgetLogInsJob(strapi),
    compactChanges: {
      task: async () => {
        const gone = await compactChanges(strapi, new Date())
        if (gone > 0) strapi.log.info(`${gone} old rows of the change log are gone`)
      },
      options: AT_NIGHT,
    },
    forgetOldReadings: { task: () => forgetOldReadings(strapi, new Date()), options: AT_NIGHT },
    verifyAuditLog: {
      task: async () => {
        await verifyAndTell(strapi, new Date())
      },
      options: VERIFY_AT_NIGHT,
    },
  })
}
