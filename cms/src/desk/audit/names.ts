/** Columns, tags and posts that a row names by documentId, as people call them today. */
import type { Core, UID } from '@strapi/types'
import type { AuditRow } from '../../domain/audit/entry'
import { type Kind, kindOf, uidOf } from '../../domain/content/kinds'
import { titleOf } from '../../domain/content/titles'

type Fields = Record<string, unknown>

function relationsOf(strapi: Core.Strapi, uid: string | null): [string, Kind][] {
  const { attributes = {} } = strapi.contentTypes[uid as UID.ContentType] ?? {}
  return Object.entries(attributes).flatMap(([name, attribute]): [string, Kind][] => {
    const kind = attribute.type === 'relation' && 'target' in attribute ? kindOf(String(attribute.target)) : null
    return kind ? [[name, kind]] : []
  })
}

const sidesOf = ({ before, after }: AuditRow): Fields[] =>
  [before, after].flatMap((text) => (text === null ? [] : [JSON.parse(text) as Fields]))

/** documentId → title, a question for each kind */
export async function namesIn(strapi: Core.Strapi, rows: readonly AuditRow[]): Promise<Record<string, string>> {
  const wanted = new Map<Kind, Set<string>>()
  for (const row of rows) {
    for (const [name, kind] of relationsOf(strapi, row.subject_uid)) {
      for (const id of sidesOf(row).flatMap((side) => side[name] ?? [])) {
        if (typeof id === 'string') wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
      }
    }
  }
  const names: Record<string, string> = {}
  for (const [kind, ids] of wanted) {
    const found = await strapi.db.query(uidOf(kind)).findMany({ where: { documentId: { $in: [...ids] } } })
    for (const row of found) names[row.documentId] = titleOf(kind, row) ?? row.documentId
  }
  return names
}
