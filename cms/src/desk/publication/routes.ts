/**
 * What the desk asks about publication. Everybody logged in to the desk may ask how the engine is; about a document, who
 * may read it; to try again, who may publish it.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { currentActor } from '../../documents/actor'
import { type Kind, kindOf } from '../../domain/content/kinds'
import { addDeskRoutes } from '../add-routes'
import { describeDocument } from './document-status'
import { describeEngine } from './engine-status'
import { createPermissions } from './permissions'
import { describeRecent } from './recent-changes'
import { retry } from './retry'

type Asked = Context & { params: { uid: string; documentId: string }; state: { userAbility: unknown } }

const NOT_FOUND = '没有找到。'

function subjectOf({ params }: Asked): { kind: Kind; documentId: string } {
  const kind = kindOf(params.uid)
  if (!kind) throw new errors.NotFoundError(NOT_FOUND, { code: 'NOT_FOUND' })
  return { kind, documentId: params.documentId }
}

function createHandlers(strapi: Core.Strapi) {
  const permissionsOf = (ctx: Asked) => createPermissions(strapi, ctx.state.userAbility)
  const answer = (ctx: Asked, data: unknown) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data }
  }

  return {
    async document(ctx: Asked) {
      const { kind, documentId } = subjectOf(ctx)
      const permissions = permissionsOf(ctx)
      if (!(await permissions.mayRead(kind, documentId))) throw new errors.ForbiddenError()
      const status = await describeDocument(strapi, kind, documentId, new Date())
      answer(ctx, { ...status, mayRetry: await permissions.mayRetry(kind, documentId) })
    },

    async retry(ctx: Asked) {
      const { kind, documentId } = subjectOf(ctx)
      if (!(await permissionsOf(ctx).mayRetry(kind, documentId))) throw new errors.ForbiddenError()
      const sequence = await retry(strapi, kind, documentId, currentActor(strapi), new Date())
      if (sequence === null) throw new errors.NotFoundError(NOT_FOUND, { code: 'NOT_FOUND' })
      answer(ctx, { sequence })
    },

    engine: async (ctx: Asked) => answer(ctx, await describeEngine(strapi, permissionsOf(ctx), new Date())),
    recent: async (ctx: Asked) => answer(ctx, await describeRecent(strapi, permissionsOf(ctx), new Date())),
  }
}

/** Call in `register`. */
export function addPublicationRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(strapi, 'publication', {
    'GET /documents/:uid/:documentId': handlers.document,
    'POST /documents/:uid/:documentId/retry': handlers.retry,
    'GET /engine': handlers.engine,
    'GET /recent': handlers.recent,
  })
}
