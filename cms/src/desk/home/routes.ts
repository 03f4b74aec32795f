/** What the home of the desk asks beside the work lists: how the portal is read, and which columns stand still. For everybody at the desk. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { staleColumns } from '../../domain/columns/freshness'
import { readEnvironment } from '../../environment'
import { columnAges } from '../../stores/column-ages'
import { addDeskRoutes } from '../add-routes'
import { mostRead, readingsOfDays } from '../statistics/readings'

const CHART_DAYS = 14
const TOP_DAYS = 7
const TOP_PAGES = 10

/** What was read most in the last seven days, and how much on each of the last fourteen. */
async function describeReadings(strapi: Core.Strapi, now: Date) {
  const days = await readingsOfDays(strapi, now, CHART_DAYS)
  const top = await mostRead(strapi, now, TOP_DAYS, TOP_PAGES)
  return { days, top, siteUrl: readEnvironment().SITE_URL }
}

/** Call in `register`. */
export function addHomeRoutes(strapi: Core.Strapi) {
  const answer = (describe: (now: Date) => Promise<unknown>) => async (ctx: Context) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data: await describe(new Date()) }
  }
  addDeskRoutes(strapi, 'home', {
    'GET /readings': answer((now) => describeReadings(strapi, now)),
    'GET /stale-columns': answer(async (now) => staleColumns(await columnAges(strapi), now)),
  })
}
