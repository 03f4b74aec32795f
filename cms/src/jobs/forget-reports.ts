import type { Core } from '@strapi/types'
import { readEnvironment } from '../environment'
import { forgetDoneReports } from '../stores/page-reports'

/** when nobody works at the desk */
const AT_NIGHT = '27 3 * * *'
const DAY_MS = 24 * 60 * 60 * 1000

/** What readers have reported goes, and with it how they are reached, some time after it was done. */
export const forgetReportsJob = (strapi: Core.Strapi) => ({
  task: async () => {
    const doneBefore = new Date(Date.now() - readEnvironment().REPORTS_KEPT_DAYS * DAY_MS)
    const gone = await forgetDoneReports(strapi, doneBefore)
    if (gone > 0) strapi.log.info(`${gone} reports of readers are gone`)
  },
  options: { rule: AT_NIGHT, tz: 'Asia/Shanghai' },
})
