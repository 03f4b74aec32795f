import type { Core } from '@strapi/types'
import { readEnvironment } from '../environment'
import { thinVersions } from '../stores/thin-versions'

/** when nobody works at the desk */
const AT_NIGHT = '37 3 * * *'

export const thinVersionsJob = (strapi: Core.Strapi) => ({
  task: async () => {
    const { VERSIONS_ALL_DAYS, VERSIONS_DAILY_DAYS } = readEnvironment()
    const retention = { allDays: VERSIONS_ALL_DAYS, dailyDays: VERSIONS_DAILY_DAYS }
    const gone = await thinVersions(strapi, new Date(), retention)
    if (gone > 0) strapi.log.info(`${gone} old versions are gone`)
  },
  options: { rule: AT_NIGHT, tz: 'Asia/Shanghai' },
})
