/** A document as Strapi stores it, taken as a value of the domain. */
import type { Core, Schema } from '@strapi/types'
import { type Kind, uidOf } from '../domain/content/kinds'
import type { Json, Snapshot } from '../domain/content/snapshot'
import { remembered } from './snapshot-memory'

export type DocumentState = 'draft' | 'published'
type Row = Record<string, unknown>
type File = { id: number; name: string; url: string; hash: string; size: number; contentHash?: string | null }

/** Strapi's own and what an import notes for itself: no part of what a document says. */
const NOT_CONTENT = new Set([
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'],
  ...['importKey', 'importHash', 'importedAt'],
])

function attributesOf(strapi: Core.Strapi, kind: Kind): [string, Schema.Attribute.AnyAttribute][] {
  const { attributes } = strapi.contentType(uidOf(kind))
  return Object.entries(attributes).filter(
    ([name, attribute]) =>
      !NOT_CONTENT.has(name) &&
      // the other end of a relation is the other document's
      !(attribute.type === 'relation' && 'mappedBy' in attribute && attribute.mappedBy),
  )
}

function populateOf(attributes: [string, Schema.Attribute.AnyAttribute][]) {
  const populate: Record<string, true | { select: string[] }> = {}
  for (const [name, { type }] of attributes) {
    if (type === 'relation') populate[name] = { select: ['documentId'] }
    if (type === 'media' || type === 'component') populate[name] = true
  }
  return populate
}

const describeFile = ({ id, name, url, hash, size, contentHash }: File): Json => {
  return { id, name, url, content: contentHash ?? `${hash}:${size}` }
}

const plain = (value: unknown): Json => (value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json))

/** What a component holds, without the number of its row, which every save changes. */
function describeComponent(value: unknown): Json {
  if (Array.isArray(value)) return value.map(describeComponent)
  if (value === null || value === undefined) return null
  const { id: _id, ...fields } = value as Row
  return plain(fields)
}

function jsonOf({ type }: Schema.Attribute.AnyAttribute, value: unknown): Json {
  if (value === null || value === undefined) return null
  const each = (describe: (one: never) => Json) =>
    Array.isArray(value) ? value.map((one) => describe(one as never)) : describe(value as never)
  if (type === 'relation') return each(({ documentId }: { documentId: string }) => documentId)
  if (type === 'media') return each(describeFile)
  return type === 'component' ? describeComponent(value) : plain(value)
}

export type DatedSnapshot = { snapshot: Snapshot; updatedAt: Date }

async function read(
  strapi: Core.Strapi,
  kind: Kind,
  documentId: string,
  state: DocumentState,
): Promise<DatedSnapshot | null> {
  const uid = uidOf(kind)
  const attributes = attributesOf(strapi, kind)
  const isDrafted = strapi.contentType(uid).options?.draftAndPublish === true
  const publishedAt = state === 'draft' ? null : { $notNull: true }
  const row: Row | null = await strapi.db.query(uid).findOne({
    where: { documentId, ...(isDrafted ? { publishedAt } : {}) },
    populate: populateOf(attributes),
  })
  if (!row) return null
  const snapshot = Object.fromEntries(attributes.map(([name, attribute]) => [name, jsonOf(attribute, row[name])]))
  return { snapshot, updatedAt: new Date(row.updatedAt as string) }
}

/**
 * Within one act of the document service it is read once, until something is written.
 * @returns null when there is no such row; kinds without drafts have the `published` state alone
 */
export const readDatedSnapshot = (strapi: Core.Strapi, kind: Kind, documentId: string, state: DocumentState) =>
  remembered(kind, documentId, state, () => read(strapi, kind, documentId, state))

/** As `readDatedSnapshot`, without the time of the last save. */
export async function readSnapshot(
  strapi: Core.Strapi,
  kind: Kind,
  documentId: string,
  state: DocumentState,
): Promise<Snapshot | null> {
  return (await readDatedSnapshot(strapi, kind, documentId, state))?.snapshot ?? null
}
