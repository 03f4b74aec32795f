/** How often pages were read: numbers by day and address, and nothing about readers. */
import type { Core } from '@strapi/types'
import type { ReadingsReport } from '../domain/readings/report'

const TABLE = 'page_readings'
const TOTALS = 'page_reading_totals'
/** stands for all pages together */
const ALL = ''
const REPORTS = 'reading_reports'
const DAY_MS = 24 * 60 * 60 * 1000
/** a report is told again within minutes, never after days */
const REPORTS_KEPT_MS = 2 * DAY_MS
const READINGS_KEPT_MS = 2 * 366 * DAY_MS

export type CountedPage = { address: string; count: number }
export type CountedDay = { day: string; count: number }

export async function addReadings(strapi: Core.Strapi, { id, readings }: ReadingsReport, now: Date): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const added: unknown[] = await trx(REPORTS)
      .insert({ id, at_ms: now.getTime() })
      .onConflict('id')
      .ignore()
      .returning('id')
    if (added.length === 0) return
    for (const { day, address, count } of readings) {
      await trx(TABLE)
        .insert({ day, address, count })
        .onConflict(['day', 'address'])
        .merge({ count: strapi.db.connection.raw('?? + ?', [`${TABLE}.count`, count]) })
      for (const total of [address, ALL]) {
        await trx(TOTALS)
          .insert({ address: total, count })
          .onConflict('address')
          .merge({ count: strapi.db.connection.raw('?? + ?', [`${TOTALS}.count`, count]) })
      }
    }
  })
}

/** Since there is a portal; days that are forgotten stay counted here. */
export async function totalOf(strapi: Core.Strapi, addresses: readonly string[]): Promise<number> {
  const summed: { sum?: number | string | null } | undefined = await strapi.db
    .connection(TOTALS)
    .whereIn('address', [...addresses])
    .sum({ sum: 'count' })
    .first()
  return Number(summed?.sum ?? 0)
}

export const totalReadings = (strapi: Core.Strapi): Promise<number> => totalOf(strapi, [ALL])

/** The most read first. @param limit all without it */
export async function readingsByPage(strapi: Core.Strapi, sinceDay: string, limit?: number): Promise<CountedPage[]> {
  const query = strapi.db
    .connection(TABLE)
    .select('address')
    .sum({ count: 'count' })
    .where('day', '>=', sinceDay)
    .groupBy('address')
    .orderBy([{ column: 'count', order: 'desc' }, { column: 'address' }])
  if (limit !== undefined) query.limit(limit)
  const rows = (await query) as { address: string; count: number | string }[]
  return rows.map(({ address, count }) => ({ address, count: Number(count) }))
}

export async function readingsByDay(strapi: Core.Strapi, sinceDay: string): Promise<CountedDay[]> {
  const rows = (await strapi.db
    .connection(TABLE)
    .select('day')
    .sum({ count: 'count' })
    .where('day', '>=', sinceDay)
    .groupBy('day')
    .orderBy('day')) as { day: string; count: number | string }[]
  return rows.map(({ day, count }) => ({ day, count: Number(count) }))
}

export async function forgetOldReadings(strapi: Core.Strapi, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - READINGS_KEPT_MS).toISOString().slice(0, 10)
  await strapi.db.connection(TABLE).where('day', '<', oldest).delete()
  await strapi.db
    .connection(REPORTS)
    .where('at_ms', '<', now.getTime() - REPORTS_KEPT_MS)
    .delete()
}
