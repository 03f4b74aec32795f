/** Where a hit is seen, and whether it can be seen at all: columns are hidden, renamed and moved without touching a post. */
import { isPostKind } from '../../src/content/cards.ts'
import type { DocumentOf } from '../../src/content/documents.ts'
import { type ColumnEntry, listsPosts } from '../../src/content/navigation.ts'
import type { FoundKind } from './readable.ts'

export type Place = { name: string; module: ColumnEntry['module'] | null; slug: string | null }

const POSTS = 'posts:'
const GUIDE = 'guide:'
const FREE = 'free:'
const OF_KIND = 'kind:'

/** As the index keeps it: it stays the same however the column changes. */
export function placeKeyOf<K extends FoundKind>(kind: K, document: DocumentOf<K>): string {
  const column = 'column' in document ? document.column : null
  if (isPostKind(kind)) return `${POSTS}${column}`
  if (kind === 'page') return column === null ? FREE : `${GUIDE}${column}`
  return `${OF_KIND}${kind}`
}

/** @param columns those that can be seen */
export function placeAt(key: string, columns: readonly ColumnEntry[]): Place | null {
  if (key === FREE) return { name: '本站信息', module: null, slug: null }
  const [, group = '', id = ''] = /^(\w+:)(.*)$/.exec(key) ?? []
  const column = columns.find((one) => (group === OF_KIND ? one.kind === id : one.documentId === id))
  if (!column || (group === POSTS && !listsPosts(column))) return null
  return { name: column.name, module: column.module, slug: column.slug }
}
