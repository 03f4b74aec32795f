/** The audit log at the desk, to be read and exported by whoever holds the permission for it; nothing here changes a row. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { exportAuditLog } from '../../audit/export'
import { sealAll } from '../../audit/sealer'
import { lastVerification } from '../../audit/verification'
import { inBeijing } from '../../domain/audit/beijing-days'
import { readHead } from '../../stores/audit-log'
import { searchAuditLog } from '../../stores/audit-search'
import { addDeskRoutes, permitted } from '../add-routes'
import { describeEntry } from './entries'
import { readFilter } from './filter'
import { namesIn } from './names'
import { READ_AUDIT } from './permission'

const PAGE_ROWS = 50
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function createHandlers(strapi: Core.Strapi) {
  return {
    async entries(ctx: Context) {
      const { filter } = readFilter(ctx.query)
      await sealAll(strapi)
      const rows = await searchAuditLog(strapi, filter, PAGE_ROWS + 1)
      const shown = rows.slice(0, PAGE_ROWS)
      const names = await namesIn(strapi, shown)
      ctx.set('Cache-Control', 'no-store')
      const data = shown.map((row) => describeEntry(strapi, row))
      ctx.body = { data, meta: { names, hasMore: rows.length > PAGE_ROWS } }
    },

    async state(ctx: Context) {
      const [{ sequence }, verification] = await Promise.all([readHead(strapi), lastVerification(strapi)])
      ctx.set('Cache-Control', 'no-store')
      ctx.body = { data: { sequence, verification } }
    },

    async exported(ctx: Context) {
      const { filter, format } = readFilter(ctx.query)
      await sealAll(strapi)
      const file = await exportAuditLog(strapi, filter, format)
      const name = `审计日志-${inBeijing(new Date()).slice(0, 10)}.${format}`
      ctx.set('Cache-Control', 'no-store')
      ctx.set(
        'Content-Disposition',
        `attachment; filename="audit.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      ctx.type = TYPES[format]
      ctx.body = file
    },
  }
}

/** Call in `register`. */
export function addAuditRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(
    strapi,
    'audit',
    {
      'GET /entries': handlers.entries,
      'GET /state': handlers.state,
      'GET /export': handlers.exported,
    },
    permitted(READ_AUDIT),
  )
}
