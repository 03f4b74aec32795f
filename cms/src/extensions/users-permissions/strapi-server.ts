import type { Core } from '@strapi/types'
import { withLivingSessions } from '../../accounts/sessions/access-token'

type Routes = { type: string; routes: { path: string }[] }
type Factory<T> = (context: { strapi: Core.Strapi }) => T
type Jwt = Parameters<typeof withLivingSessions>[1]
type Plugin = {
  routes: Record<string, unknown> & { 'content-api': Factory<Routes> }
  services: Record<string, unknown> & { jwt: Factory<Jwt> }
}

/** The plugin keeps accounts and says who calls. How people get in is ours (src/accounts): its own ways in are not there. */
const WAYS_IN = /^\/(?:auth|connect)\//

/** The plugin given stays as it is: a process that starts Strapi again is given the same one. */
export default (plugin: Plugin): Plugin => ({
  ...plugin,
  routes: {
    ...plugin.routes,
    'content-api': (context) => {
      const { type, routes } = plugin.routes['content-api'](context)
      return { type, routes: routes.filter(({ path }) => !WAYS_IN.test(path)) }
    },
  },
  services: { ...plugin.services, jwt: ({ strapi }) => withLivingSessions(strapi, plugin.services.jwt({ strapi })) },
})
