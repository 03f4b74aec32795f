/** A saved draft as the checks see it. */
import type { Core } from '@strapi/types'
import { addressFields, type CheckedKind, checkedFields } from '../domain/checks/fields'
import { showsWithoutSaying } from '../domain/checks/pictures'
import type { AttachedPicture, Subject } from '../domain/checks/subject'
import { uidOf } from '../domain/content/kinds'

const FILE_UID = 'plugin::upload.file'

type File = { id: number; name: string; alternativeText: string | null }
export type Draft = { values: Record<string, unknown>; pictures: AttachedPicture[] }

/** Joins the transaction it is called in. */
export async function readDraft(strapi: Core.Strapi, kind: CheckedKind, documentId: string): Promise<Draft | null> {
  const { texts, pictures } = checkedFields[kind]
  const select = ['id', ...Object.keys(texts), ...Object.keys(addressFields[kind] ?? {})]
  const files = Object.keys(pictures).map((field) => [field, { select: ['id', 'name', 'alternativeText'] }])
  const row: Record<string, unknown> | null = await strapi.db.query(uidOf(kind)).findOne({
    ...{ select, where: { documentId, publishedAt: null }, populate: Object.fromEntries(files) },
  })
  if (!row) return null
  return {
    values: row,
    pictures: Object.entries(pictures).flatMap(([field, label]) =>
      ([row[field]].flat().filter(Boolean) as File[]).map(({ name, alternativeText }) => {
        return { field, label, name, alternativeText }
      }),
    ),
  }
}

export async function columnOf(strapi: Core.Strapi, kind: CheckedKind, documentId: string): Promise<string | null> {
  if (!('column' in strapi.contentType(uidOf(kind)).attributes)) return null
  const row: { column: { documentId: string } | null } | null = await strapi.db.query(uidOf(kind)).findOne({
    ...{ select: ['id'], where: { documentId, publishedAt: null }, populate: { column: { select: ['documentId'] } } },
  })
  return row?.column?.documentId ?? null
}

/** @param chosen field → ids of files, in the order of the form */
export async function readPictures(
  strapi: Core.Strapi,
  kind: CheckedKind,
  chosen: Readonly<Record<string, readonly number[]>>,
): Promise<AttachedPicture[]> {
  const ids = Object.values(chosen).flat()
  if (ids.length === 0) return []
  const files: File[] = await strapi.db
    .query(FILE_UID)
    .findMany({ select: ['id', 'name', 'alternativeText'], where: { id: { $in: ids } } })
  const byId = new Map(files.map((file) => [file.id, file]))
  return Object.entries(checkedFields[kind].pictures).flatMap(([field, label]) =>
    (chosen[field] ?? []).flatMap((id) => {
      const file = byId.get(id)
      return file ? [{ field, label, name: file.name, alternativeText: file.alternativeText }] : []
    }),
  )
}

/** What the media library says of the pictures that the texts show without saying what they show. */
export async function alternativeTextsOf(strapi: Core.Strapi, { texts }: Subject): Promise<Map<string, string>> {
  const silent = texts.flatMap(({ pictures }) => pictures.filter(showsWithoutSaying).map(({ url }) => url))
  if (silent.length === 0) return new Map()
  const files: { url: string; alternativeText: string | null }[] = await strapi.db
    .query(FILE_UID)
    .findMany({ select: ['url', 'alternativeText'], where: { url: { $in: [...new Set(silent)] } } })
  return new Map(files.map(({ url, alternativeText }) => [url, alternativeText ?? '']))
}
