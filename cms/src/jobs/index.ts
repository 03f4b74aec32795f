/** What runs by the clock. Each may be missed, or run twice: it looks at what there is. */
import type { Core } from '@strapi/types'
import { compactChanges } from '../stores/compact-changes'
import { scheduleLinkChecks } from './check-links'

/** when nobody works at the desk */
const AT_NIGHT = '17 3 * * *'

/** Call in `bootstrap`. */
export function scheduleJobs(strapi: Core.Strapi) {
  scheduleLinkChecks(strapi)
  strapi.cron.add({
    compactChanges: {
      task: async () => {
        const gone = await compactChanges(strapi, new Date())
        if (gone > 0) strapi.log.info(`${gone} old rows of the change log are gone`)
      },
      options: { rule: AT_NIGHT, tz: 'Asia/Shanghai' },
    },
  })
}
