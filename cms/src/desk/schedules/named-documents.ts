/** What the calendar must know of documents: their title, and the column they stand in. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../../domain/content/kinds'
import { titleOf } from '../../domain/content/titles'

export type NamedDocument = { title: string | null; column: { documentId: string; name: string } | null }
type Row = Record<string, unknown> & { documentId: string; column?: NamedDocument['column'] }

const NAMES = ['title', 'name', 'text']

export function namedRows(strapi: Core.Strapi, kind: Kind, where: object, more: string[] = []): Promise<Row[]> {
  const attributes = Object.keys(strapi.contentType(uidOf(kind)).attributes)
  return strapi.db.query(uidOf(kind)).findMany({
    select: ['documentId', ...more, ...NAMES.filter((name) => attributes.includes(name))],
    where,
    ...(attributes.includes('column') ? { populate: { column: { select: ['documentId', 'name'] } } } : {}),
  })
}

export const nameRow = (kind: Kind, row: Row): NamedDocument => {
  const { column } = row
  return { title: titleOf(kind, row), column: column ? { documentId: column.documentId, name: column.name } : null }
}

const keyOf = (kind: Kind, documentId: string) => `${kind} ${documentId}`

/** As their drafts say. */
export async function nameDocuments(strapi: Core.Strapi, wanted: readonly { kind: Kind; documentId: string }[]) {
  const names = new Map<string, NamedDocument>()
  for (const kind of new Set(wanted.map((one) => one.kind))) {
    const ids = wanted.filter((one) => one.kind === kind).map(({ documentId }) => documentId)
    for (const row of await namedRows(strapi, kind, { documentId: { $in: ids }, publishedAt: null }))
      names.set(keyOf(kind, row.documentId), nameRow(kind, row))
  }
  return (kind: Kind, documentId: string): NamedDocument =>
    names.get(keyOf(kind, documentId)) ?? { title: null, column: null }
}
