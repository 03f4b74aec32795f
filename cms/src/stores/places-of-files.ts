/** Every place where a file of the media library is used, drafts included: by a media field, or by its address in a text. */
import type { Core } from '@strapi/types'
import { type Kind, kindOf, kinds, uidOf } from '../domain/content/kinds'
import { titleOf } from '../domain/content/titles'
import { textFieldsOf } from './uploads-in-text'

export type Place = {
  kind: Kind
  documentId: string
  title: string | null
  by: 'field' | 'text'
  isPublic: boolean
}
type FileRow = { id: number; url: string }
type Row = Record<string, unknown> & { documentId: string; publishedAt?: unknown }

const FIELDS = 'files_related_mph'
const URLS_AT_ONCE = 20

const isDrafted = (strapi: Core.Strapi, kind: Kind) => strapi.contentType(uidOf(kind)).options?.draftAndPublish === true

const placeOf = (strapi: Core.Strapi, kind: Kind, row: Row, by: Place['by']): Place => ({
  ...{ kind, documentId: row.documentId, title: titleOf(kind, row), by },
  isPublic: !isDrafted(strapi, kind) || Boolean(row.publishedAt),
})

async function placesInFields(strapi: Core.Strapi, ids: number[]): Promise<Place[]> {
  const related: { related_id: number; related_type: string }[] = await strapi.db.transaction(({ trx }) =>
    trx(FIELDS).select('related_id', 'related_type').whereIn('file_id', ids),
  )
  const places: Place[] = []
  for (const kind of kinds) {
    const rowIds = related
      .filter(({ related_type }) => kindOf(related_type) === kind)
      .map(({ related_id }) => related_id)
    if (rowIds.length === 0) continue
    const rows: Row[] = await strapi.db.query(uidOf(kind)).findMany({ where: { id: { $in: rowIds } } })
    places.push(...rows.map((row) => placeOf(strapi, kind, row, 'field')))
  }
  return places
}

async function placesInTexts(strapi: Core.Strapi, urls: string[]): Promise<Place[]> {
  const places: Place[] = []
  for (const kind of kinds) {
    const fields = textFieldsOf(strapi, kind)
    if (fields.length === 0) continue
    for (let index = 0; index < urls.length; index += URLS_AT_ONCE) {
      const $or = urls
        .slice(index, index + URLS_AT_ONCE)
        .flatMap((url) => fields.map((field) => ({ [field]: { $contains: url } })))
      const rows: Row[] = await strapi.db.query(uidOf(kind)).findMany({ where: { $or } })
      places.push(...rows.map((row) => placeOf(strapi, kind, row, 'text')))
    }
  }
  return places
}

/** Each document once a way; a public one is named as public though its draft uses the file, too. */
export async function placesOfFiles(strapi: Core.Strapi, files: readonly FileRow[]): Promise<Place[]> {
  if (files.length === 0) return []
  const inFields = await placesInFields(
    strapi,
    files.map(({ id }) => id),
  )
  const inTexts = await placesInTexts(
    strapi,
    files.map(({ url }) => url),
  )
  const found = new Map<string, Place>()
  for (const place of [...inFields, ...inTexts]) {
    const key = `${place.kind} ${place.documentId} ${place.by}`
    const known = found.get(key)
    found.set(key, known ? { ...known, isPublic: known.isPublic || place.isPublic } : place)
  }
  return [...found.values()]
}
