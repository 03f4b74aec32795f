/** Strapi's own files, accounts and roles are asked for by number; PostgreSQL breaks on anything else, with a 500. */
import type { Context, Next } from 'koa'

const BY_NUMBER = /^\/api\/(?:upload\/files|users|users-permissions\/roles)\/([^/]+)\/?$/i
/** addresses that stand where a number would */
const NAMED = new Set(['page', 'count', 'me'])
const MAX_ID = 2_147_483_647

const isId = (text: string) => /^\d{1,10}$/.test(text) && Number(text) <= MAX_ID

export default () => async (ctx: Context, next: Next) => {
  const [, id] = BY_NUMBER.exec(ctx.path) ?? []
  if (id === undefined || NAMED.has(id.toLowerCase()) || isId(id)) return next()
  ctx.status = 404
  ctx.body = {
    data: null,
    error: { status: 404, name: 'NotFoundError', message: '没有找到。', details: { code: 'NOT_FOUND' } },
  }
}
