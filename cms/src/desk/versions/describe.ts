/** Versions in the shape that the desk shows: what the caller may read, and the words for what a snapshot only names. */
import type { Core, Schema } from '@strapi/types'
import { type Kind, kindOf, uidOf } from '../../domain/content/kinds'
import type { Json, Snapshot } from '../../domain/content/snapshot'
import type { FieldFacts } from '../../domain/versions/fields'
import type { Version } from '../../domain/versions/version'
import { documentTitles, type Titles } from '../../stores/document-titles'

const idsIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

export function targetOf(strapi: Core.Strapi, kind: Kind, field: string): Kind | null {
  const attribute = strapi.contentType(uidOf(kind)).attributes[field] as Schema.Attribute.AnyAttribute & {
    target?: string
  }
  return kindOf(attribute?.target ?? '')
}

/** Titles of everything that these snapshots refer to. */
export async function titlesIn(
  strapi: Core.Strapi,
  kind: Kind,
  snapshots: readonly Snapshot[],
  fields: readonly FieldFacts[],
): Promise<Titles> {
  const asked = new Map<Kind, Set<string>>()
  for (const { name, type } of fields) {
    const target = type === 'relation' ? targetOf(strapi, kind, name) : null
    if (!target) continue
    const ids = asked.get(target) ?? new Set()
    for (const snapshot of snapshots) for (const id of idsIn(snapshot[name])) ids.add(id)
    asked.set(target, ids)
  }
  const found = await Promise.all([...asked].map(([target, ids]) => documentTitles(strapi, target, [...ids])))
  return {
    titles: Object.assign({}, ...found.map(({ titles }) => titles)),
    gone: new Set(found.flatMap(({ gone }) => [...gone])),
  }
}

/** Only what stands in these fields. */
export const within = (snapshot: Snapshot, fields: readonly FieldFacts[]): Snapshot =>
  Object.fromEntries(fields.map(({ name }) => [name, snapshot[name] ?? null]))

export const describeVersion = ({ number, cause, restoredFrom, actor, at, publishedAt, publishedBy }: Version) => {
  return { number, cause, restoredFrom, actor, at, publishedAt, publishedBy }
}
