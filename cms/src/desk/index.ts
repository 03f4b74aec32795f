/** The desk, put together: call each part in the lifecycle of its name. */
import type { Core } from '@strapi/types'
import { applyRoles } from './apply-roles'
import { applyViews } from './apply-views'
import { leaveOut } from './leave-out'
import { addMarkdownField } from './markdown-field'
import { namePermissions } from './name-permissions'
import { addPublicationRoutes } from './publication/routes'
import { translateErrors } from './translate-errors'

export function registerDesk(strapi: Core.Strapi) {
  translateErrors(strapi)
  leaveOut(strapi)
  addPublicationRoutes(strapi)
  addMarkdownField(strapi)
}

export async function bootstrapDesk(strapi: Core.Strapi) {
  await applyViews(strapi)
  await applyRoles(strapi)
  namePermissions(strapi)
}
