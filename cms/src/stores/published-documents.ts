/** What the public may see of a document, in the shape the site reads. */
import type { Core, Schema } from '@strapi/types'
import { isPostKind, type Kind, uidOf } from '../domain/content/kinds'
import { type FormerAddress, loadFormerAddresses } from './former-addresses'

type Row = Record<string, unknown> & { documentId: string }
type MediaRow = Record<string, unknown>

/** Bookkeeping, and inverse sides: the site finds them by the owning side, which is logged when it changes. */
const LEFT_OUT = new Set(['posts', 'replacedBy', 'createdBy', 'updatedBy', 'localizations', 'locale'])
const UPLOAD_URL = /\/uploads\/[A-Za-z0-9._~%-]+/g
const BYTES_PER_KB = 1000

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

const toMedia = (file: MediaRow) => ({
  url: file.url,
  name: file.name,
  ext: file.ext ?? '',
  mime: file.mime,
  size: Math.round(Number(file.size ?? 0) * BYTES_PER_KB),
  width: file.width ?? null,
  height: file.height ?? null,
  alternativeText: file.alternativeText ?? null,
  caption: file.caption ?? null,
})

const toInstant = (value: unknown) => (value == null ? null : new Date(value as string).toISOString())

function toPublicValue(attribute: Schema.Attribute.AnyAttribute, value: unknown): unknown {
  switch (attribute.type) {
    case 'media':
      return 'multiple' in attribute && attribute.multiple
        ? ((value as MediaRow[] | null) ?? []).map(toMedia)
        : value && toMedia(value as MediaRow)
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
async function filesByUrl(strapi: Core.Strapi, urls: Set<string>) {
  if (urls.size === 0) return new Map<string, ReturnType<typeof toMedia>>()
  const files: MediaRow[] = await strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { url: { $in: [...urls] } } })
  return new Map(files.map((file) => [file.url as string, toMedia(file)]))
}

function uploadsIn(strapi: Core.Strapi, kind: Kind, row: Row): Set<string> {
  const urls = new Set<string>()
  for (const [name, attribute] of attributesOf(strapi, kind)) {
    if (attribute.type !== 'richtext') continue
    for (const [url] of String(row[name] ?? '').matchAll(UPLOAD_URL)) urls.add(url)
  }
  return urls
}

function toPublic(strapi: Core.Strapi, kind: Kind, row: Row) {
  const document: Record<string, unknown> = {
    documentId: row.documentId,
    publishedAt: toInstant(row.publishedAt ?? row.updatedAt),
    updatedAt: toInstant(row.updatedAt),
  }
  for (const [name, attribute] of attributesOf(strapi, kind)) {
    if (!(name in document)) document[name] = toPublicValue(attribute, row[name])
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

/** The published documents of one kind, by documentId; what is not public is not in the map. */
export async function loadPublished(strapi: Core.Strapi, kind: Kind, documentIds: string[]) {
  const draftAndPublish = strapi.contentType(uidOf(kind)).options?.draftAndPublish === true
  const rows: Row[] = await strapi.db.query(uidOf(kind)).findMany({
    where: { documentId: { $in: documentIds }, ...(draftAndPublish ? { publishedAt: { $notNull: true } } : {}) },
    populate: populateOf(strapi, kind),
  })
  const former = await loadFormerAddresses(strapi, kind, documentIds)
  const found = new Map<string, Record<string, unknown>>()
  for (const row of rows) {
    const document = toPublic(strapi, kind, row)
    Object.assign(document, formerPlaces(kind, document, former.get(row.documentId) ?? []))
    if (isPostKind(kind) && document.column == null) continue
    const files = await filesByUrl(strapi, uploadsIn(strapi, kind, row))
    document.bodyMedia = [...files.values()]
    found.set(row.documentId, document)
  }
  return found
}
