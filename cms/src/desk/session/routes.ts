/** How long the desk waits for somebody who does nothing. Everybody logged in to the desk may ask. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { readEnvironment } from '../../environment'
import { addDeskRoutes } from '../add-routes'

/** Call in `register`. */
export function addSessionRoutes(strapi: Core.Strapi) {
  const limits = (ctx: Context) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data: { idleMinutes: readEnvironment().DESK_IDLE_MINUTES } }
  }
  addDeskRoutes(strapi, 'desk-session', {
    'GET /': limits,
  })
}
