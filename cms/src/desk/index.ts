/** The desk, put together: call each part in the lifecycle of its name. */
import type { Core } from '@strapi/types'
import { applyRoles } from './apply-roles'
import { applyViews } from './apply-views'
import { registerAuditPermission } from './audit/permission'
import { addAuditRoutes } from './audit/routes'
import { leaveOut } from './leave-out'
import { addMediaRoutes } from './media/routes'
import { namePermissions } from './name-permissions'
import { addPublicationRoutes } from './publication/routes'
import { translateErrors } from './translate-errors'

export async function registerDesk(strapi: Core.Strapi) {
  translateErrors(strapi)
  leaveOut(strapi)
  addPublicationRoutes(strapi)
  await registerAuditPermission(strapi)
  addAuditRoutes(strapi)
  addMediaRoutes(strapi)
}

export async function bootstrapDesk(strapi: Core.Strapi) {
  await applyViews(strapi)
  await applyRoles(strapi)
  namePermissions(strapi)
}
