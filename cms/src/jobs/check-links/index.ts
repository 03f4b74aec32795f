/** Links to elsewhere are tried in the background: one after the other, a few a minute, so that nobody notices. */
import type { Core } from '@strapi/types'
import { readEnvironment } from '../../environment'
import { claimDueLinks, forgetLinks, recordLink } from '../../stores/checked-links'
import { type AllowAddress, probe } from './probe'
import { scanLinks } from './scan'

const LINKS_A_MINUTE = 5
/** twice the pause between two looks: what was saved while one went on is seen by the next */
const LOOK_BACK_MS = 20 * 60_000
const KEEP_MS = 30 * 24 * 60 * 60_000

/** One after the other, so that no host is ever asked twice at once. */
export async function tryDueLinks(strapi: Core.Strapi, limit = LINKS_A_MINUTE, isAllowed?: AllowAddress) {
  for (const link of await claimDueLinks(strapi, limit, new Date())) {
    await recordLink(strapi, link, await probe(link.url, isAllowed), new Date())
  }
}

export async function lookForLinks(strapi: Core.Strapi, since: Date | null) {
  await scanLinks(strapi, since, readEnvironment().SITE_URL, new Date())
}

/** Call in `bootstrap`. */
export function scheduleLinkChecks(strapi: Core.Strapi) {
  if (readEnvironment().LINK_CHECK === 'off') return
  const tz = 'Asia/Shanghai'
  strapi.cron.add({
    tryLinks: { task: () => tryDueLinks(strapi), options: { rule: '20 * * * * *', tz } },
    lookForLinks: {
      task: () => lookForLinks(strapi, new Date(Date.now() - LOOK_BACK_MS)),
      options: { rule: '*/10 * * * *', tz },
    },
    lookForAllLinks: {
      task: async () => {
        await lookForLinks(strapi, null)
        await forgetLinks(strapi, new Date(Date.now() - KEEP_MS))
      },
      options: { rule: '47 3 * * *', tz },
    },
  })
}
