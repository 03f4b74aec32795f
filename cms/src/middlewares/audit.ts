import type { Core } from '@strapi/types'
import type { Context, Next } from 'koa'
import { watchRequest } from '../audit/http/watch-request'

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (ctx: Context, next: Next) =>
    watchRequest(strapi, ctx, next)
