/** Fills in what an editor may leave empty: column, address, display date; and refuses what cannot stand. */
import type { Core, Modules } from '@strapi/types'
import { refuse } from '../content-api/refuse'
import { beijingDay, checkSlug, slugFromDay } from '../domain/addresses/slug'
import { isPostKind, type Kind, kindOf, postKinds, slugKinds, uidOf } from '../domain/content/kinds'
import { nextNumber } from '../stores/counters'
import { forgetSnapshots } from '../stores/snapshot-memory'

type Middleware = Modules.Documents.Middleware.Middleware
type Data = Record<string, unknown>

const MAX_PICTURES = 9

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
const hasSlug = (kind: Kind) => (slugKinds as readonly string[]).includes(kind)

async function generateSlug(strapi: Core.Strapi, kind: Kind, data: Data, now: Date): Promise<string> {
  if (kind === 'tag' || kind === 'topic') return `${kind}-${await nextNumber(strapi, `slug:${kind}`)}`
  const shown = new Date(isEmpty(data.displayDate) ? now : (data.displayDate as string))
  const day = beijingDay(Number.isNaN(shown.getTime()) ? now : shown)
  for (;;) {
    const slug = slugFromDay(day, await nextNumber(strapi, `slug:${kind}:${day}`))
    if ((await strapi.db.query(uidOf(kind)).count({ where: { slug } })) === 0) return slug
  }
}

/** A kind with one column of its own (speeches, policies …) needs no choice by the editor; among several he must choose. */
async function onlyColumnOf(strapi: Core.Strapi, kind: Kind): Promise<string | undefined> {
  const columns = await strapi.db.query('api::column.column').findMany({ where: { kind }, limit: 2 })
  if (columns.length === 0) refuse('COLUMN_MISSING', { field: 'column' })
  return columns.length === 1 ? columns[0].documentId : undefined
}

/** Relations come as an id, a list, or `{ set, connect, disconnect }` from the desk. */
function isUnset(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isEmpty(value)
  const { set = [], connect = [] } = value as { set?: unknown[]; connect?: unknown[] }
  return 'connect' in value || 'set' in value ? set.length + connect.length === 0 : false
}

function refuseReversedPublicity({ publicityFrom, publicityUntil }: Data) {
  // days as YYYY-MM-DD: their order is that of their letters
  if (isEmpty(publicityFrom) || isEmpty(publicityUntil)) return
  if (String(publicityUntil) < String(publicityFrom)) refuse('PUBLICITY_REVERSED', { field: 'publicityUntil' })
}

function checkGiven(kind: Kind, data: Data) {
  if (hasSlug(kind) && !isEmpty(data.slug)) {
    const problem = checkSlug(String(data.slug), kind === 'column' ? 'column' : 'post')
    if (problem) refuse(problem, { field: 'slug' })
  }
  if (kind === 'micropost' && Array.isArray(data.pictures) && data.pictures.length > MAX_PICTURES) {
    refuse('TOO_MANY_PICTURES', { field: 'pictures' })
  }
  refuseReversedPublicity(data)
}

async function fillSaved(strapi: Core.Strapi, action: string, kind: Kind, data: Data) {
  const isNew = action !== 'update'
  // what makes one document itself: a copy has its own address, and was not imported
  if (action === 'clone')
    Object.assign(data, { slug: null, ...(kind === 'policy' ? { importKey: null, importHash: null } : {}) })
  if (hasSlug(kind) && isEmpty(data.slug) && (isNew || 'slug' in data)) {
    data.slug = await generateSlug(strapi, kind, data, new Date())
  }
  if (action !== 'create' || !isPostKind(kind) || !isUnset(data.column)) return
  const column = await onlyColumnOf(strapi, kind)
  if (column) data.column = column
}

async function fillPublished(strapi: Core.Strapi, kind: Kind, documentId: string) {
  if (!isPostKind(kind)) return
  const draft = await strapi.db.query(uidOf(kind)).findOne({
    where: { documentId, publishedAt: null },
    populate: { column: { select: ['id', 'kind'] } },
  })
  if (!draft) return
  if (!draft.column) refuse('COLUMN_MISSING', { field: 'column' })
  if (draft.column.kind !== kind) refuse('COLUMN_KIND', { field: 'column' })
  refuseReversedPublicity(draft)
  const now = new Date()
  const missing: Data = {}
  if (isEmpty(draft.displayDate)) missing.displayDate = now
  if (isEmpty(draft.slug)) missing.slug = await generateSlug(strapi, kind, draft, now)
  if (Object.keys(missing).length === 0) return
  await strapi.db.query(uidOf(kind)).update({ where: { id: draft.id }, data: missing })
  forgetSnapshots(kind, documentId, ['draft'])
}

async function refuseColumnInUse(strapi: Core.Strapi, documentId: string) {
  for (const kind of [...postKinds, 'page'] as const) {
    const count = await strapi.db.query(uidOf(kind)).count({ where: { column: { documentId } } })
    if (count > 0) refuse('COLUMN_IN_USE')
  }
}

export const postDefaults: Middleware = async (context, next) => {
  const kind = kindOf(context.uid)
  if (!kind) return next()
  const { action } = context
  const params = context.params as { data?: Data; documentId?: string }
  if (action === 'create' || action === 'update' || action === 'clone') {
    params.data ??= {}
    checkGiven(kind, params.data)
    await fillSaved(strapi, action, kind, params.data)
  }
  if (action === 'publish') await fillPublished(strapi, kind, String(params.documentId))
  if (action === 'delete' && kind === 'column') await refuseColumnInUse(strapi, String(params.documentId))
  return next()
}
