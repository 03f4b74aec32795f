/** Small kinds that are read as a whole. */
import { type DocumentOf, documentSchemas } from '../documents.ts'
import { keys, type WholeKind } from '../keys.ts'
import { recordRead, select } from '../reads.ts'

const whole = <K extends WholeKind>(kind: K): DocumentOf<K>[] => {
  recordRead(keys.whole(kind))
  return select('SELECT json FROM documents WHERE kind = ? ORDER BY document_id', kind).map(
    (row) => documentSchemas[kind].parse(JSON.parse(String(row.json))) as DocumentOf<K>,
  )
}

export interface LinkGroup {
  /** null gathers the links that belong to no group */
  name: string | null
  links: DocumentOf<'link'>[]
}

export const linkGroups = (): LinkGroup[] => {
  // An address that is no web address would run as a script in the reader's browser.
  const links = whole('link')
    .filter(({ url }) => /^https?:\/\//i.test(url))
    .sort((a, b) => a.order - b.order)
  const groups = whole('link-group').sort((a, b) => a.order - b.order)
  const known = new Set(groups.map(({ documentId }) => documentId))
  return [
    ...groups.map(({ documentId, name }) => ({ name, links: links.filter(({ group }) => group === documentId) })),
    { name: null, links: links.filter(({ group }) => group === null || !known.has(group)) },
  ].filter((group) => group.links.length > 0)
}

export const tags = (): DocumentOf<'tag'>[] =>
  whole('tag').sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.documentId < b.documentId ? -1 : 1))

export const topics = (): DocumentOf<'topic'>[] => whole('topic').sort((a, b) => a.order - b.order)

export const contact = (): DocumentOf<'contact'> | null => whole('contact')[0] ?? null
