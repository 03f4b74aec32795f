/**
 * No draft leaves through the public API, whatever the query, the route or the spelling of the path: the route
 * itself, not its address, says that a request came in by the content API.
 */
import type { Modules } from '@strapi/types'

type Middleware = Modules.Documents.Middleware.Middleware

const READS = new Set(['findMany', 'findOne', 'findFirst', 'count'])

const cameByContentApi = () => strapi.requestContext.get()?.state?.route?.info?.type === 'content-api'

export const draftGuard: Middleware = async (context, next) => {
  if (READS.has(context.action) && context.uid.startsWith('api::') && cameByContentApi()) {
    Object.assign(context.params, { status: 'published' })
  }
  return next()
}
