/** How the portal was read over some days: by day, by column, by page. */
import type { Core } from '@strapi/types'
import { type ContentUid, uidOf } from '../../domain/content/kinds'
import { daysUntil, sumBySection } from '../../domain/readings/sums'
import { readEnvironment } from '../../environment'
import { pageAt } from '../../stores/named-pages'
import { readingsByDay, readingsByPage, totalReadings } from '../../stores/readings'

const MOST_PAGES = 20
const HOME = '首页'

export type ReadPage = {
  address: string
  count: number
  title: string
  document: { uid: ContentUid; documentId: string } | null
}

async function named(strapi: Core.Strapi, address: string, count: number): Promise<ReadPage> {
  const { title, document } = await pageAt(strapi, address)
  return { address, count, title, document: document && { uid: uidOf(document.kind), documentId: document.documentId } }
}

async function columnNames(strapi: Core.Strapi): Promise<Map<string, string>> {
  const rows: { slug: string; name: string }[] = await strapi.db
    .query('api::column.column')
    .findMany({ select: ['slug', 'name'] })
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

/** @returns days without a reading count 0 */
export async function readingsOfDays(strapi: Core.Strapi, now: Date, dayCount: number) {
  const days = daysUntil(now, dayCount)
  const counted = new Map((await readingsByDay(strapi, days[0])).map(({ day, count }) => [day, count]))
  return days.map((day) => ({ day, count: counted.get(day) ?? 0 }))
}

export async function mostRead(strapi: Core.Strapi, now: Date, dayCount: number, limit: number): Promise<ReadPage[]> {
  const pages: ReadPage[] = []
  for (const { address, count } of await readingsByPage(strapi, daysUntil(now, dayCount)[0], limit))
    pages.push(await named(strapi, address, count))
  return pages
}

async function readingsOfColumns(strapi: Core.Strapi, now: Date, dayCount: number) {
  const names = await columnNames(strapi)
  const sums = sumBySection(await readingsByPage(strapi, daysUntil(now, dayCount)[0]))
  return sums.map(({ section, count }) => {
    return { name: section === '' ? HOME : (names.get(section) ?? `/${section}/`), count }
  })
}

/** @param dayCount the days up to today, in Beijing */
export async function describeReadings(strapi: Core.Strapi, now: Date, dayCount: number) {
  return {
    days: await readingsOfDays(strapi, now, dayCount),
    columns: await readingsOfColumns(strapi, now, dayCount),
    top: await mostRead(strapi, now, dayCount, MOST_PAGES),
    total: await totalReadings(strapi),
    siteUrl: readEnvironment().SITE_URL,
  }
}
