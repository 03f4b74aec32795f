/** When something new last appeared in each column that readers see. */
import type { Core } from '@strapi/types'
import type { ColumnAge } from '../domain/columns/freshness'
import { isPostKind, type Kind, uidOf } from '../domain/content/kinds'

type Row = { documentId: string; name: string; slug: string; kind: Kind; staleAfterDays: number | null }

/** of columns from before there was a limit */
const USUAL_LIMIT_DAYS = 183

async function newestIn(strapi: Core.Strapi, { documentId, kind }: Row): Promise<Date | null> {
  const newest: { displayDate: string | null } | null = await strapi.db.query(uidOf(kind)).findOne({
    where: { column: { documentId }, publishedAt: { $notNull: true } },
    select: ['displayDate'],
    orderBy: { displayDate: 'desc' },
  })
  return newest?.displayDate ? new Date(newest.displayDate) : null
}

export async function columnAges(strapi: Core.Strapi): Promise<ColumnAge[]> {
  const rows: Row[] = await strapi.db
    .query('api::column.column')
    .findMany({ where: { visible: true }, orderBy: { order: 'asc' } })
  const ages: ColumnAge[] = []
  for (const row of rows) {
    const { documentId, name, slug, kind, staleAfterDays } = row
    if (!isPostKind(kind)) continue
    const limit = { staleAfterDays: staleAfterDays ?? USUAL_LIMIT_DAYS }
    ages.push({ documentId, name, slug, kind, ...limit, newestAt: await newestIn(strapi, row) })
  }
  return ages
}
