/**
 * What the desk asks of its own server, below /admin/<name>: for whoever is logged in to the desk, and whom the policies let in.
 * Rooms under src/api get content-API routes only, so these stand beside the admin's own. Call in `register`.
 */
import type { Core } from '@strapi/types'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** a handler knows which context it gets */
type Routes = Record<`${Method} /${string}`, (ctx: never) => unknown>
type Policy = { name: string; config: object }

export const permitted = (action: string): Policy => ({ name: 'admin::hasPermissions', config: { actions: [action] } })

export function addDeskRoutes(strapi: Core.Strapi, name: string, routes: Routes, ...asked: Policy[]) {
  const policies = ['admin::isAuthenticatedAdmin', ...asked]
  const made = Object.entries(routes).map(([route, handler]) => {
    const [method, path] = route.split(' ')
    return { method, path, handler, config: { policies } }
  })
  Object.assign(strapi.admin.routes, { [name]: { type: 'admin', prefix: `/admin/${name}`, routes: made } })
}
