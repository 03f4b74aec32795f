/** Which row of the database a request is about: read before and after, it shows what changed. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import type { Subject } from '../../domain/audit/entry'
import { kindOf } from '../../domain/content/kinds'
import type { Json } from '../../domain/content/snapshot'
import { type Fields, nameOfRow, readAuditedRow } from '../../stores/audited-rows'
import { documentTitles } from '../../stores/document-titles'

type Watched = { pattern: RegExp; uid: string }
type Body = Record<string, unknown> | undefined

const watched: Watched[] = [
  { pattern: /^\/admin\/users(?:\/(\d+))?$/, uid: 'admin::user' },
  { pattern: /^\/admin\/roles(?:\/(\d+)(?:\/permissions)?)?$/, uid: 'admin::role' },
  { pattern: /^\/admin\/(?:api|admin)-tokens(?:\/(\d+)(?:\/regenerate)?)?$/, uid: 'admin::api-token' },
  { pattern: /^\/admin\/transfer\/tokens(?:\/(\d+)(?:\/regenerate)?)?$/, uid: 'admin::transfer-token' },
  { pattern: /^\/(?:api\/)?users-permissions\/roles(?:\/(\d+))?$/, uid: 'plugin::users-permissions.role' },
  { pattern: /^\/api\/users(?:\/(\d+))?$/, uid: 'plugin::users-permissions.user' },
  { pattern: /^\/(?:api\/)?upload\/files(?:\/(\d+)(?:\/replace)?)?$/, uid: 'plugin::upload.file' },
  { pattern: /^\/upload\/folders(?:\/(\d+))?$/, uid: 'plugin::upload.folder' },
]

/** Several at once: where their numbers stand in what was sent. */
const lists: Record<string, { uid: string; name: string }[]> = {
  '/admin/users/batch-delete': [{ uid: 'admin::user', name: 'ids' }],
  '/admin/roles/batch-delete': [{ uid: 'admin::role', name: 'ids' }],
  '/upload/actions/bulk-delete': [
    { uid: 'plugin::upload.file', name: 'fileIds' },
    { uid: 'plugin::upload.folder', name: 'folderIds' },
  ],
  '/upload/actions/bulk-move': [
    { uid: 'plugin::upload.file', name: 'fileIds' },
    { uid: 'plugin::upload.folder', name: 'folderIds' },
  ],
}

const MAX_LISTED = 100
const MAX_ID = 2_147_483_647
const isId = (id: unknown): id is number => Number.isInteger(id) && Number(id) > 0 && Number(id) <= MAX_ID

/** What a request is about, as it is now. */
export type Seen = { subject: Subject; fields: Fields | null }

const bodyOf = (ctx: Context) => (ctx.request as { body?: Body }).body

async function seeList(strapi: Core.Strapi, path: string, body: Body): Promise<Seen | null> {
  const list = lists[path]
  if (!list) return null
  const names: string[] = []
  const numbers: number[] = []
  for (const { uid, name } of list) {
    const ids = body?.[name]
    for (const id of Array.isArray(ids) ? ids.filter(isId).slice(0, MAX_LISTED) : []) {
      numbers.push(id)
      const found = nameOfRow(await readAuditedRow(strapi, uid, { id }))
      if (found) names.push(found)
    }
  }
  const subject = { uid: list[0].uid, id: numbers.join(','), title: names.join('、') || null }
  return { subject, fields: names.length > 0 ? { 条目: names } : null }
}

async function seeRow(strapi: Core.Strapi, uid: string, id: number | null): Promise<Seen> {
  if (!isId(id)) return { subject: { uid, id: null, title: null }, fields: null }
  const fields = await readAuditedRow(strapi, uid, { id })
  return { subject: { uid, id: String(id), title: nameOfRow(fields) }, fields }
}

/** An upload with a number changes the file of that number. */
export const isChangeOfFile = ({ path, query }: Context) => /^\/(?:api\/)?upload\/?$/i.test(path) && Boolean(query.id)

/** @param made the number of what the request has made */
export async function see(strapi: Core.Strapi, ctx: Context, made: number | null): Promise<Seen | null> {
  if (isChangeOfFile(ctx)) return seeRow(strapi, 'plugin::upload.file', Number(ctx.query.id))
  for (const { pattern, uid } of watched) {
    const found = pattern.exec(ctx.path)
    if (!found) continue
    const id = found[1] ? Number(found[1]) : made
    return seeRow(strapi, uid, id)
  }
  return seeList(strapi, ctx.path, bodyOf(ctx))
}

type Params = Partial<Record<'model' | 'uid' | 'id' | 'documentId', string>>
type RouteInfo = { info?: { apiName?: string } }

/** Content by its type, document and title, what is gone by its last one; others by their address. */
export async function subjectOfRoute(strapi: Core.Strapi, ctx: Context): Promise<Subject> {
  const params = (ctx as unknown as { params?: Params }).params ?? {}
  const { apiName } = (ctx.state as { route?: RouteInfo }).route?.info ?? {}
  const uid = params.model ?? params.uid ?? (apiName ? `api::${apiName}.${apiName}` : ctx.path)
  const { documentIds } = (bodyOf(ctx) ?? {}) as { documentIds?: unknown }
  const many = Array.isArray(documentIds) ? documentIds.slice(0, MAX_LISTED).join(',') : null
  const id = params.documentId ?? params.id ?? many
  const kind = kindOf(uid)
  if (!kind || !id) return { uid, id, title: null }
  const { titles } = await documentTitles(strapi, kind, id.split(','))
  return { uid, id, title: Object.values(titles).join('、') || null }
}

/** What was sent, for requests that are about no single row. */
export function sent(ctx: Context): Json {
  const body = bodyOf(ctx)
  const query = ctx.method === 'GET' ? ctx.query : undefined
  const said = { ...body, ...query }
  return Object.keys(said).length > 0 ? (JSON.parse(JSON.stringify(said)) as Json) : null
}
