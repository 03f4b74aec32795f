/** What documents are called, those that are gone by the last version that was kept of them. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../domain/content/kinds'
import type { Snapshot } from '../domain/content/snapshot'
import { titleOf } from '../domain/content/titles'
import { VERSIONS_TABLE } from './document-versions'

type Row = Record<string, unknown> & { documentId: string }
type Kept = { document_id: string; snapshot: string }

/** Joins the transaction it is called in. */
async function lastWords(strapi: Core.Strapi, kind: Kind, documentIds: string[]): Promise<[string, string][]> {
  const rows: Kept[] = await strapi.db.transaction(async ({ trx }) =>
    trx(VERSIONS_TABLE)
      .select('document_id', 'snapshot')
      .where({ kind })
      .whereIn('document_id', documentIds)
      .orderBy('number'),
  )
  return rows.flatMap(({ document_id, snapshot }): [string, string][] => {
    const title = titleOf(kind, JSON.parse(snapshot) as Snapshot)
    return title === null ? [] : [[document_id, title]]
  })
}

export type Titles = {
  /** documentId → title; one that has none is not among them */
  titles: Record<string, string>
  /** of those asked for */
  gone: Set<string>
}

export async function documentTitles(strapi: Core.Strapi, kind: Kind, documentIds: string[]): Promise<Titles> {
  if (documentIds.length === 0) return { titles: {}, gone: new Set() }
  const rows: Row[] = await strapi.db
    .query(uidOf(kind))
    .findMany({ where: { documentId: { $in: documentIds } }, orderBy: { publishedAt: 'asc' } })
  const standing = new Set(rows.map(({ documentId }) => documentId))
  const missing = documentIds.filter((documentId) => !standing.has(documentId))
  const known = rows.flatMap((row): [string, string][] => {
    const title = titleOf(kind, row)
    return title === null ? [] : [[row.documentId, title]]
  })
  const before = missing.length > 0 ? await lastWords(strapi, kind, missing) : []
  return { titles: Object.fromEntries([...before, ...known]), gone: new Set(missing) }
}
