/**
 * What the desk asks and does about reviews. To look: who may read the piece. To submit: who may change it. To approve, send
 * back, withdraw or publish at once: as `domain/review/check-act` says. Lists and notices: everybody, their own.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { currentDeskUser, type DeskUser } from '../../documents/actor'
import { kindOf, uidOf } from '../../domain/content/kinds'
import { ADMINISTRATOR } from '../../domain/review/levels'
import { createReviewService, type Target } from '../../review/service'
import { failedMailCount, markRead, noticesOf, unreadCount } from '../../stores/notice-board'
import { addDeskRoutes } from '../add-routes'
import { createPermissions } from '../publication/permissions'
import { describeReview } from './describe'
import { listed, parse, readNotices, submission, urgency, verdict, withdrawal } from './input'
import { countLists, describeList } from './work-lists'

type Asked = Context & {
  params: { uid: string; documentId: string; list: string }
  state: { userAbility: unknown }
  request: { body?: unknown }
}

const NOTICES_SHOWN = 100
const NOT_FOUND = '没有找到。'
const notFound = () => new errors.NotFoundError(NOT_FOUND, { code: 'NOT_FOUND' })

function targetOf({ params }: Asked): Target {
  const kind = kindOf(params.uid)
  if (!kind) throw notFound()
  return { kind, documentId: params.documentId }
}

function createHandlers(strapi: Core.Strapi) {
  const service = createReviewService(strapi)
  const permissionsOf = (ctx: Asked) => createPermissions(strapi, ctx.state.userAbility)
  const answer = (ctx: Asked, data: unknown) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data }
  }

  function userOf(): DeskUser {
    const user = currentDeskUser(strapi)
    if (!user) throw new errors.ForbiddenError()
    return user
  }

  async function readable(ctx: Asked): Promise<Target> {
    const target = targetOf(ctx)
    if (!(await permissionsOf(ctx).mayRead(target.kind, target.documentId))) throw new errors.ForbiddenError()
    return target
  }

  const given = () => ({ person: userOf(), now: new Date() })

  async function show(ctx: Asked, target: Target) {
    const described = await describeReview(strapi, target, userOf(), permissionsOf(ctx))
    if (!described) throw notFound()
    answer(ctx, described)
  }

  return {
    document: async (ctx: Asked) => show(ctx, await readable(ctx)),

    async submit(ctx: Asked) {
      const target = await readable(ctx)
      if (!(await permissionsOf(ctx).mayUpdate(target.kind, target.documentId))) throw new errors.ForbiddenError()
      await service.submit(target, { ...given(), ...parse(submission, ctx.request.body) })
      await show(ctx, target)
    },

    async approve(ctx: Asked) {
      const target = await readable(ctx)
      const { level, ...said } = parse(verdict, ctx.request.body)
      await service.approve(target, level, { ...given(), ...said })
      await show(ctx, target)
    },

    async sendBack(ctx: Asked) {
      const target = await readable(ctx)
      const { level, ...said } = parse(verdict, ctx.request.body)
      await service.sendBack(target, level, { ...given(), ...said })
      await show(ctx, target)
    },

    async withdraw(ctx: Asked) {
      const target = await readable(ctx)
      await service.withdraw(target, { ...given(), ...parse(withdrawal, ctx.request.body) })
      await show(ctx, target)
    },

    async publishUrgently(ctx: Asked) {
      const target = await readable(ctx)
      if (!(await permissionsOf(ctx).mayRetry(target.kind, target.documentId))) throw new errors.ForbiddenError()
      await service.publishUrgently(target, { ...given(), ...parse(urgency, ctx.request.body) })
      await show(ctx, target)
    },

    async list(ctx: Asked) {
      const { list, page, pageSize } = parse(listed, { ...ctx.query, list: ctx.params.list })
      answer(ctx, await describeList(strapi, userOf(), permissionsOf(ctx), list, { page, pageSize }))
    },

    counts: async (ctx: Asked) => answer(ctx, await countLists(strapi, userOf(), permissionsOf(ctx))),

    async notices(ctx: Asked) {
      const user = userOf()
      const notices = await noticesOf(strapi, user.id, NOTICES_SHOWN)
      const isAdministrator = user.roles.some(({ code }) => code === ADMINISTRATOR)
      answer(ctx, {
        unread: await unreadCount(strapi, user.id),
        notices: notices.map(({ kind, ...notice }) => ({ ...notice, uid: kind && uidOf(kind) })),
        failedMails: isAdministrator ? await failedMailCount(strapi) : 0,
        now: new Date(),
      })
    },

    async readNotices(ctx: Asked) {
      const which = parse(readNotices, ctx.request.body)
      const { id } = userOf()
      await markRead(strapi, id, which, new Date())
      answer(ctx, { unread: await unreadCount(strapi, id) })
    },
  }
}

/** Call in `register`. */
export function addReviewRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(strapi, 'review', {
    'GET /documents/:uid/:documentId': handlers.document,
    'POST /documents/:uid/:documentId/submit': handlers.submit,
    'POST /documents/:uid/:documentId/approve': handlers.approve,
    'POST /documents/:uid/:documentId/return': handlers.sendBack,
    'POST /documents/:uid/:documentId/withdraw': handlers.withdraw,
    'POST /documents/:uid/:documentId/urgent': handlers.publishUrgently,
    'GET /lists/:list': handlers.list,
    'GET /counts': handlers.counts,
    'GET /notices': handlers.notices,
    'POST /notices/read': handlers.readNotices,
  })
}
