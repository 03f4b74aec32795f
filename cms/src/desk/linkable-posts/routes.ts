/** What a link may lead to. Everybody logged in to the desk may ask; they are told of what they may read. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { addDeskRoutes } from '../add-routes'
import { createPermissions } from '../publication/permissions'
import { findPosts } from './find-posts'

const asked = z.object({ q: z.string().trim().min(1).max(100) })

export function addLinkablePostRoutes(strapi: Core.Strapi) {
  async function handler(ctx: Context & { state: { userAbility: unknown } }) {
    const { success, data } = asked.safeParse(ctx.query)
    if (!success) return refuse('BAD_REQUEST')
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data: await findPosts(strapi, createPermissions(strapi, ctx.state.userAbility), data.q) }
  }
  addDeskRoutes(strapi, 'linkable-posts', {
    'GET /': handler,
  })
}
