/** Writes what a version says as a new save. It is never published by that, and what is gone is named. */
import type { Core } from '@strapi/types'
import { asRestoreOf } from '../../documents/version-cause'
import { type Kind, uidOf } from '../../domain/content/kinds'
import type { Json, Snapshot } from '../../domain/content/snapshot'
import type { FieldFacts, FieldType } from '../../domain/versions/fields'
import type { FullVersion } from '../../domain/versions/version'
import { titlesIn } from './describe'

/** An address stays with the document that has it now: another may have taken the old one since. */
const NOT_RESTORED = new Set(['slug'])

export type Gone = { label: string; name: string }
type Found = { value: unknown; gone: string[] }

const listOf = (value: Json | undefined): readonly Json[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value as Json]

async function standingFiles(strapi: Core.Strapi, value: Json | undefined): Promise<Found> {
  const files = listOf(value) as unknown as { id: number; name: string }[]
  const ids = files.map(({ id }) => id)
  const rows: { id: number }[] = await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['id'], where: { id: { $in: ids } } })
  const standing = new Set(rows.map(({ id }) => id))
  const kept = ids.filter((id) => standing.has(id))
  return {
    value: Array.isArray(value) ? kept : (kept[0] ?? null),
    gone: files.filter(({ id }) => !standing.has(id)).map(({ name }) => name),
  }
}

export async function restore(
  strapi: Core.Strapi,
  kind: Kind,
  documentId: string,
  version: FullVersion,
  fields: readonly FieldFacts[],
): Promise<{ gone: Gone[] }> {
  return strapi.db.transaction(async () => {
    const { titles, gone: goneIds } = await titlesIn(strapi, kind, [version.snapshot], fields)

    async function resolve(type: FieldType, value: Json | undefined): Promise<Found> {
      if (type === 'media') return standingFiles(strapi, value)
      if (type !== 'relation') return { value: value ?? null, gone: [] }
      const ids = listOf(value).map(String)
      const missing = ids.filter((id) => goneIds.has(id)).map((id) => titles[id] ?? '（已删除的内容）')
      return { value: { set: ids.filter((id) => !goneIds.has(id)) }, gone: missing }
    }

    const data: Record<string, unknown> = {}
    const gone: Gone[] = []
    for (const field of fields) {
      // added to the kind since: the version says nothing about it
      if (NOT_RESTORED.has(field.name) || !(field.name in version.snapshot)) continue
      const found = await resolve(field.type, (version.snapshot as Snapshot)[field.name])
      data[field.name] = found.value
      gone.push(...found.gone.map((name) => ({ label: field.label, name })))
    }
    await asRestoreOf(version.number, () => strapi.documents(uidOf(kind)).update({ documentId, data: data as never }))
    return { gone }
  })
}
