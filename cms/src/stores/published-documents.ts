/** What the public may see of a document, in the shape the site reads. */
import type { Core, Schema } from '@strapi/types'
import { isPostKind, type Kind, uidOf } from '../domain/content/kinds'
import { type FormerAddress, loadFormerAddresses } from './former-addresses'
import { type MediaRow, type RenditionsByHash, renditionsOfFiles, toMedia } from './public-media'
import { uploadsIn } from './uploads-in-text'

type Row = Record<string, unknown> & { documentId: string }
export type PublicDocument = Record<string, unknown> & { documentId: string }

/** Bookkeeping, and inverse sides: the site finds them by the owning side, which is logged when it changes. */
const LEFT_OUT = new Set([
  ...['posts', 'replacedBy', 'createdBy', 'updatedBy', 'localizations', 'locale'],
  // what the desk reminds of is no news for readers
  'staleAfterDays',
])

const attributesOf = (strapi: Core.Strapi, kind: Kind) =>
  Object.entries(strapi.contentType(uidOf(kind)).attributes as Record<string, Schema.Attribute.AnyAttribute>).filter(
    ([name, attribute]) => !LEFT_OUT.has(name) && !('private' in attribute && attribute.private),
  )

function populateOf(strapi: Core.Strapi, kind: Kind) {
  const populate: Record<string, unknown> = {}
  for (const [name, attribute] of attributesOf(strapi, kind)) {
    if (attribute.type === 'media' || attribute.type === 'component') populate[name] = true
    if (attribute.type === 'relation') populate[name] = { select: ['documentId'] }
  }
  return populate
}

const toInstant = (value: unknown) => (value == null ? null : new Date(value as string).toISOString())

function toPublicValue(
  attribute: Schema.Attribute.AnyAttribute,
  value: unknown,
  renditions: RenditionsByHash,
): unknown {
  switch (attribute.type) {
    case 'media':
      return 'multiple' in attribute && attribute.multiple
        ? ((value as MediaRow[] | null) ?? []).map((file) => toMedia(file, renditions))
        : value && toMedia(value as MediaRow, renditions)
    case 'relation':
      return Array.isArray(value)
        ? // a type without drafts points to the draft and to the published row of one document
          [...new Set(value.map((target: Row) => target.documentId))]
        : ((value as Row | null)?.documentId ?? (attribute.relation.endsWith('Many') ? [] : null))
    case 'component':
      return ((value as Row[] | null) ?? []).map(({ id: _id, ...fields }) => fields)
    case 'datetime':
      return toInstant(value)
    case 'decimal':
      return value == null ? null : Number(value)
    default:
      return value === '' ? null : (value ?? null)
  }
}

/** Files that Markdown points to, by address: the site shows their size and dimensions. */
async function filesByUrl(strapi: Core.Strapi, urls: readonly string[]): Promise<Map<string, MediaRow>> {
  if (urls.length === 0) return new Map()
  const files: MediaRow[] = await strapi.db.query('plugin::upload.file').findMany({ where: { url: { $in: urls } } })
  return new Map(files.map((file) => [String(file.url), file]))
}

const mediaIn = (strapi: Core.Strapi, kind: Kind, row: Row): MediaRow[] =>
  attributesOf(strapi, kind).flatMap(([name, { type }]) =>
    type === 'media' && row[name] ? ([row[name]].flat() as MediaRow[]) : [],
  )

function toPublic(strapi: Core.Strapi, kind: Kind, row: Row, renditions: RenditionsByHash) {
  const document: PublicDocument = {
    documentId: row.documentId,
    publishedAt: toInstant(row.publishedAt ?? row.updatedAt),
    updatedAt: toInstant(row.updatedAt),
  }
  for (const [name, attribute] of attributesOf(strapi, kind)) {
    if (!(name in document)) document[name] = toPublicValue(attribute, row[name], renditions)
  }
  if (isPostKind(kind)) {
    document.displayDate ??= document.publishedAt
    document.summary ??= null
  }
  return document
}

/** Where it stood, without where it stands: a document may have come back. */
function formerPlaces(kind: Kind, document: Record<string, unknown>, former: FormerAddress[]) {
  if (kind === 'column') {
    const others = former.filter(({ slug }) => slug !== document.slug)
    return { formerSlugs: others.map(({ slug, leftAt }) => ({ slug, leftAt })) }
  }
  if (kind !== 'page' && !isPostKind(kind)) return {}
  const isPresent = ({ column, slug }: FormerAddress) => column === document.column && slug === document.slug
  return { formerAddresses: former.filter((address) => !isPresent(address)) }
}

const isDrafted = (strapi: Core.Strapi, kind: Kind) => strapi.contentType(uidOf(kind)).options?.draftAndPublish === true

async function loadRows(strapi: Core.Strapi, kind: Kind, documentIds: string[], published: boolean): Promise<Row[]> {
  const state = isDrafted(strapi, kind) ? { publishedAt: published ? { $notNull: true } : null } : {}
  return strapi.db
    .query(uidOf(kind))
    .findMany({ where: { documentId: { $in: documentIds }, ...state }, populate: populateOf(strapi, kind) })
}

async function toDocuments(strapi: Core.Strapi, kind: Kind, rows: Row[]): Promise<PublicDocument[]> {
  const ids = rows.map(({ documentId }) => documentId)
  const former = await loadFormerAddresses(strapi, kind, ids)
  const uploads = new Map(rows.map((row) => [row, uploadsIn(strapi, kind, row)]))
  const files = await filesByUrl(strapi, [...uploads.values()].flat())
  const renditions = await renditionsOfFiles(strapi, [
    ...files.values(),
    ...rows.flatMap((row) => mediaIn(strapi, kind, row)),
  ])
  return rows.map((row) => {
    const document = toPublic(strapi, kind, row, renditions)
    const pointedTo = (uploads.get(row) ?? []).map((url) => files.get(url)).filter((file) => file !== undefined)
    return Object.assign(document, formerPlaces(kind, document, former.get(row.documentId) ?? []), {
      bodyMedia: pointedTo.map((file) => toMedia(file, renditions)),
    })
  })
}

/** The published documents of one kind, by documentId; what is not public is not in the map. */
export async function loadPublished(strapi: Core.Strapi, kind: Kind, documentIds: string[]) {
  const documents = await toDocuments(strapi, kind, await loadRows(strapi, kind, documentIds, true))
  const isPublic = ({ column }: PublicDocument) => !isPostKind(kind) || column != null
  return new Map(documents.filter(isPublic).map((document) => [document.documentId, document]))
}

/**
 * A draft in the shape of a public document, as if it were published at `now`. What publishing would refuse may be
 * missing. Of a kind without drafts, the document itself.
 */
export async function loadDraft(strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) {
  const rows = await loadRows(strapi, kind, [documentId], false)
  const published = isDrafted(strapi, kind) ? rows.map((row) => ({ ...row, publishedAt: now })) : rows
  const [document] = await toDocuments(strapi, kind, published)
  return document ?? null
}
