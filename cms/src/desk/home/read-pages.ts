/** What was read most in the last seven days, by the names that people know, and how much on each of the last fourteen. */
import type { Core } from '@strapi/types'
import { isPostKind, type Kind, uidOf } from '../../domain/content/kinds'
import { titleOf } from '../../domain/content/titles'
import { beijingDate } from '../../domain/time/beijing'
import { readEnvironment } from '../../environment'
import { type CountedPage, mostRead, readingsByDay } from '../../stores/readings'

const DAY_MS = 24 * 60 * 60 * 1000
const TOP_DAYS = 7
const CHART_DAYS = 14
const SHOWN = 10
const HOME = '/'

type Named = { title: string; document: { uid: string; documentId: string } | null }

const dayBefore = (now: Date, days: number) => beijingDate(new Date(now.getTime() - days * DAY_MS))

async function postAt(strapi: Core.Strapi, section: string, slug: string): Promise<Named | null> {
  const column: { name: string; kind: Kind } | null = await strapi.db
    .query('api::column.column')
    .findOne({ where: { slug: section } })
  if (!column) return null
  if (slug === '') return { title: `${column.name}（栏目）`, document: null }
  if (!isPostKind(column.kind)) return null
  const uid = uidOf(column.kind)
  const row: Record<string, unknown> | null = await strapi.db
    .query(uid)
    .findOne({ where: { slug, publishedAt: { $notNull: true }, column: { slug: section } } })
  const title = titleOf(column.kind, row)
  return row && title ? { title, document: { uid, documentId: String(row.documentId) } } : null
}

async function nameOf(strapi: Core.Strapi, address: string): Promise<Named> {
  const [section = '', slug = '', ...rest] = address.split('/').filter(Boolean)
  const found = rest.length === 0 && section !== '' ? await postAt(strapi, section, slug) : null
  return found ?? { title: address === HOME ? '首页' : address, document: null }
}

/** @returns days without a reading count 0 */
async function lastDays(strapi: Core.Strapi, now: Date) {
  const counted = await readingsByDay(strapi, dayBefore(now, CHART_DAYS - 1))
  const counts = new Map(counted.map(({ day, count }) => [day, count]))
  return Array.from({ length: CHART_DAYS }, (_, n) => {
    const day = dayBefore(now, CHART_DAYS - 1 - n)
    return { day, count: counts.get(day) ?? 0 }
  })
}

export async function describeReadings(strapi: Core.Strapi, now: Date) {
  const top: (CountedPage & Named)[] = []
  for (const page of await mostRead(strapi, dayBefore(now, TOP_DAYS - 1), SHOWN))
    top.push({ ...page, ...(await nameOf(strapi, page.address)) })
  return { days: await lastDays(strapi, now), top, siteUrl: readEnvironment().SITE_URL }
}
