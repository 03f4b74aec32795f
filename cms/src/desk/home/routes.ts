/** What the home of the desk asks beside the work lists: how the portal is read, and which columns stand still. For everybody at the desk. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { staleColumns } from '../../domain/columns/freshness'
import { columnAges } from '../../stores/column-ages'
import { addDeskRoutes } from '../add-routes'
import { describeReadings } from './read-pages'

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
