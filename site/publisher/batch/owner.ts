/** Whose own page stands at an address. */
import type { DatabaseSync } from 'node:sqlite'
import type { Kind } from '../../src/content/documents.ts'
import { readColumns } from '../../src/content/navigation.ts'
import { statement } from '../../src/content/reads.ts'

export type Owner = { kind: Kind; documentId: string; json: string }

const ownerFrom = (row: Record<string, unknown> | undefined): Owner | null =>
  row ? { kind: row.kind as Kind, documentId: String(row.document_id), json: String(row.json) } : null

/** The post or free page that is shown there; null for lists, feeds and redirects. */
export function ownerOf(database: DatabaseSync, address: string): Owner | null {
  const [, section, slug] = /^\/([^/]+)\/([^/]+)\/$/.exec(address) ?? []
  if (section === undefined || slug === undefined) return null
  if (section === 'pages') {
    const pages = `SELECT kind, document_id, json FROM documents
      WHERE kind = 'page' AND slug = ? AND json ->> '$.column' IS NULL ORDER BY document_id LIMIT 1`
    return ownerFrom(statement(database, pages).get(slug))
  }
  const column = readColumns(database).find((candidate) => candidate.slug === section)
  if (!column) return null
  const posts = `SELECT kind, document_id, json FROM documents
    WHERE column_id = ? AND slug = ? ORDER BY document_id LIMIT 1`
  return ownerFrom(statement(database, posts).get(column.documentId, slug))
}
