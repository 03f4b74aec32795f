/** Reads for everybody: published content, allow-listed fields. Writes keep Strapi's own handlers behind desk tokens. */
import { factories } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { type Kind, singleKinds, uidOf } from '../domain/content/kinds'
import { type Allowed, allowed } from './allowed'
import { type PublicQuery, querySchema } from './query'
import { refuse } from './refuse'

type Row = Record<string, unknown>

function parseQuery(allow: Allowed, query: unknown): PublicQuery {
  const parsed = querySchema(allow).safeParse(query)
  if (parsed.success) return parsed.data
  return refuse('QUERY_NOT_ALLOWED', { fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))] })
}

const pick = (row: Row, fields: readonly string[]): Row =>
  Object.fromEntries(['documentId', ...fields].filter((name) => name in row).map((name) => [name, row[name]]))

function pickPopulated(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => pick(one as Row, fields))
  return value === null || value === undefined ? null : pick(value as Row, fields)
}

function toOutput(row: Row, query: PublicQuery, allow: Allowed): Row {
  const output = pick(row, query.fields ?? allow.fields)
  for (const name of query.populate ?? []) output[name] = pickPopulated(row[name], allow.populate[name])
  return output
}

const readParams = (query: PublicQuery) => ({
  status: 'published',
  filters: query.filters,
  populate: Object.fromEntries((query.populate ?? []).map((name) => [name, true])),
})

const hidden = (kind: Kind) => (kind === 'column' ? { visible: true } : {})

export function publicController(kind: Kind) {
  const uid = uidOf(kind)
  const allow: Allowed = allowed[kind]
  const isSingle = (singleKinds as readonly string[]).includes(kind)

  async function find(ctx: Context) {
    const query = parseQuery(allow, ctx.query)
    const { page, pageSize } = query.pagination ?? { page: 1, pageSize: 20 }
    const params = { ...readParams(query), filters: { $and: [query.filters ?? {}, hidden(kind)] } }
    const documents = strapi.documents(uid)
    if (isSingle) {
      const row = await documents.findFirst(params as never)
      if (!row) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
      ctx.body = { data: toOutput(row as Row, query, allow), meta: {} }
      return
    }
    const window = { sort: query.sort, start: (page - 1) * pageSize, limit: pageSize }
    const rows = await documents.findMany({ ...params, ...window } as never)
    const total = await documents.count(params as never)
    ctx.body = {
      data: (rows as Row[]).map((row) => toOutput(row, query, allow)),
      meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
    }
  }

  async function findOne(ctx: Context) {
    const query = parseQuery(allow, ctx.query)
    const filters = { $and: [{ documentId: String(ctx.params.id) }, hidden(kind)] }
    const row = await strapi.documents(uid).findFirst({ ...readParams(query), filters } as never)
    if (!row) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
    ctx.body = { data: toOutput(row as Row, query, allow), meta: {} }
  }

  /** Strapi publishes what REST writes unless told otherwise; here publishing is asked for. */
  const writeDraft = (action: 'create' | 'update') =>
    async function write(this: Record<string, unknown>, ctx: Context) {
      ctx.query = { status: 'draft', ...ctx.query }
      const base = Object.getPrototypeOf(this) as Record<string, (ctx: Context) => Promise<unknown>>
      return base[action].call(this, ctx)
    }

  const writes = isSingle
    ? { update: writeDraft('update') }
    : { create: writeDraft('create'), update: writeDraft('update') }
  return factories.createCoreController(
    uid as never,
    () => ({ find, ...(isSingle ? {} : { findOne }), ...writes }) as never,
  )
}
