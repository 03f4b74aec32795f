/** Which public documents show a file: by a media field, or by its address in a text. */
import type { Core } from '@strapi/types'
import { type Kind, kindOf, kinds, uidOf } from '../domain/content/kinds'
import { documentsPointingTo } from './uploads-in-text'

export type Use = { kind: Kind; documentId: string }
type FileRow = { id: number; url: string }
type Related = { related_id: number; related_type: string }

const FIELDS = 'files_related_mph'

async function publicDocuments(strapi: Core.Strapi, kind: Kind, ids: number[]): Promise<Use[]> {
  const isDrafted = strapi.contentType(uidOf(kind)).options?.draftAndPublish === true
  const rows = await strapi.db.query(uidOf(kind)).findMany({
    select: ['documentId'],
    where: { id: { $in: ids }, ...(isDrafted ? { publishedAt: { $notNull: true } } : {}) },
  })
  return rows.map(({ documentId }) => ({ kind, documentId }))
}

async function usesInFields(strapi: Core.Strapi, fileIds: number[]): Promise<Use[]> {
  const related: Related[] = await strapi.db.transaction(({ trx }) =>
    trx(FIELDS).select('related_id', 'related_type').whereIn('file_id', fileIds),
  )
  const uses: Use[] = []
  for (const kind of kinds) {
    const ids = related.filter(({ related_type }) => kindOf(related_type) === kind).map(({ related_id }) => related_id)
    if (ids.length > 0) uses.push(...(await publicDocuments(strapi, kind, ids)))
  }
  return uses
}

/** Each document once. */
export async function usesOfFiles(strapi: Core.Strapi, files: readonly FileRow[]): Promise<Use[]> {
  if (files.length === 0) return []
  const uses = [
    ...(await usesInFields(
      strapi,
      files.map(({ id }) => id),
    )),
    ...(await documentsPointingTo(
      strapi,
      files.map(({ url }) => url),
    )),
  ]
  return [...new Map(uses.map((use) => [`${use.kind} ${use.documentId}`, use])).values()]
}
