/** How the portal is read, for everybody at the desk: numbers of pages, nothing of readers. */
import { Readable } from 'node:stream'
import type { Core } from '@strapi/types'
import { stringify } from 'csv-stringify'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { daysUntil } from '../../domain/readings/sums'
import { pageAt } from '../../stores/named-pages'
import { readingsByPage } from '../../stores/readings'
import { describeReadings } from './readings'

const periodSchema = z.object({ days: z.enum(['7', '30']).default('7').transform(Number) })
/** beyond it, names would be looked up for minutes */
const MOST_ROWS = 5000

function createHandlers(strapi: Core.Strapi) {
  const periodOf = (ctx: Context): number => {
    const asked = periodSchema.safeParse(ctx.query)
    return asked.success ? asked.data.days : refuse('BAD_REQUEST')
  }

  return {
    async readings(ctx: Context) {
      ctx.set('Cache-Control', 'no-store')
      ctx.body = { data: await describeReadings(strapi, new Date(), periodOf(ctx)) }
    },

    /** Spreadsheets run what begins like a formula, and need the mark to read UTF-8. */
    async exported(ctx: Context) {
      const days = daysUntil(new Date(), periodOf(ctx))
      const rows: string[][] = [['网址', '标题', '阅读次数']]
      for (const { address, count } of (await readingsByPage(strapi, days[0])).slice(0, MOST_ROWS))
        rows.push([address, (await pageAt(strapi, address)).title, String(count)])
      const name = encodeURIComponent(`阅读统计-${days[0]}-${days.at(-1)}.csv`)
      ctx.set('Cache-Control', 'no-store')
      ctx.set('Content-Disposition', `attachment; filename="readings.csv"; filename*=UTF-8''${name}`)
      ctx.type = 'text/csv; charset=utf-8'
      ctx.body = Readable.from(rows).pipe(stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' }))
    },
  }
}

/** Call in `register`, as publication/routes.ts. */
export function addStatisticsRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  const config = { policies: ['admin::isAuthenticatedAdmin'] }
  Object.assign(strapi.admin.routes, {
    statistics: {
      type: 'admin',
      prefix: '/admin/statistics',
      routes: [
        { method: 'GET', path: '/readings', handler: handlers.readings, config },
        { method: 'GET', path: '/readings/export', handler: handlers.exported, config },
      ],
    },
  })
}
