/** What the home of the desk asks beside the work lists: how the portal is read, and which columns stand still. For everybody at the desk. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { staleColumns } from '../../domain/columns/freshness'
import { columnAges } from '../../stores/column-ages'
import { describeReadings } from './read-pages'

/** Call in `register`. */
export function addHomeRoutes(strapi: Core.Strapi) {
  const route = (path: string, describe: (now: Date) => Promise<unknown>) => ({
    method: 'GET',
    path,
    handler: async (ctx: Context) => {
      ctx.set('Cache-Control', 'no-store')
      ctx.body = { data: await describe(new Date()) }
    },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  })
  Object.assign(strapi.admin.routes, {
    home: {
      type: 'admin',
      prefix: '/admin/home',
      routes: [
        route('/readings', (now) => describeReadings(strapi, now)),
        route('/stale-columns', async (now) => staleColumns(await columnAges(strapi), now)),
      ],
    },
  })
}
