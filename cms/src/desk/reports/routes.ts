/** What readers say is wrong, for whoever holds the permission for it. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { currentDeskUser } from '../../documents/actor'
import { noteSchema, reportStates } from '../../domain/reports/report'
import { readEnvironment } from '../../environment'
import { deleteReport, listReports, markDone, openReports, reopen } from '../../stores/page-reports'
import { HANDLE_REPORTS } from './permission'

type Asked = Context & { params: { id: string }; request: { body?: unknown } }

const PAGE_REPORTS = 20
const MAX_ID = 2_147_483_647
const idSchema = z.coerce.number().int().min(1).max(MAX_ID)
const listSchema = z.object({
  state: z.enum(reportStates).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

function createHandlers(strapi: Core.Strapi) {
  const answer = (ctx: Context, data: unknown, meta?: object) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data, meta }
  }
  function idOf({ params }: Asked): number {
    const id = idSchema.safeParse(params.id)
    if (!id.success) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
    return id.data
  }

  return {
    async list(ctx: Context) {
      const asked = listSchema.safeParse(ctx.query)
      if (!asked.success) return refuse('BAD_REQUEST')
      const { state, page } = asked.data
      const { reports, total } = await listReports(strapi, state, (page - 1) * PAGE_REPORTS, PAGE_REPORTS)
      answer(ctx, reports, { total, pageSize: PAGE_REPORTS, siteUrl: readEnvironment().SITE_URL })
    },

    async count(ctx: Context) {
      answer(ctx, { open: await openReports(strapi) })
    },

    async done(ctx: Asked) {
      const id = idOf(ctx)
      const body = noteSchema.safeParse(ctx.request.body ?? {})
      if (!body.success) return refuse('REPORT_NOTE_TOO_LONG')
      const by = currentDeskUser(strapi)?.name ?? ''
      if (!(await markDone(strapi, id, body.data.note.trim(), by, new Date()))) return refuse('REPORT_MOVED_ON')
      answer(ctx, { id })
    },

    async reopen(ctx: Asked) {
      const id = idOf(ctx)
      if (!(await reopen(strapi, id))) return refuse('REPORT_MOVED_ON')
      answer(ctx, { id })
    },

    async remove(ctx: Asked) {
      const id = idOf(ctx)
      if (!(await deleteReport(strapi, id))) return refuse('REPORT_MOVED_ON')
      answer(ctx, { id })
    },
  }
}

/** Call in `register`, as publication/routes.ts. */
export function addReportRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  const policies = [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [HANDLE_REPORTS] } },
  ]
  const route = (method: string, path: string, handler: unknown) => ({ method, path, handler, config: { policies } })
  Object.assign(strapi.admin.routes, {
    reports: {
      type: 'admin',
      prefix: '/admin/reports',
      routes: [
        // the bare address is the desk's own page
        route('GET', '/entries', handlers.list),
        route('GET', '/count', handlers.count),
        route('POST', '/:id/done', handlers.done),
        route('POST', '/:id/reopen', handlers.reopen),
        route('DELETE', '/:id', handlers.remove),
      ],
    },
  })
}
