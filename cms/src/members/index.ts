/** The roster's rooms, put together. Call in `register`. */
import type { Core } from '@strapi/types'
import { addOrganisationRoutes } from './organisation-routes'
import { addOwnRoutes } from './own-routes'
import { addRosterFileRoutes } from './roster-file-routes'
import { addRosterRoutes } from './roster-routes'

export function registerMembers(strapi: Core.Strapi) {
  addOwnRoutes(strapi)
  addOrganisationRoutes(strapi)
  addRosterRoutes(strapi)
  addRosterFileRoutes(strapi)
}
