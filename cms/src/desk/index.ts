/** The desk, put together: call each part in the lifecycle of its name. */
import type { Core } from '@strapi/types'
import { applyRoles } from './apply-roles'
import { applyViews } from './apply-views'
import { addDocxRoutes } from './docx/routes'
import { leaveOut } from './leave-out'
import { addLinkablePostRoutes } from './linkable-posts/routes'
import { addMarkdownField } from './markdown-field'
import { namePermissions } from './name-permissions'
import { addPublicationRoutes } from './publication/routes'
import { addRemotePictureRoutes } from './remote-pictures/routes'
import { translateErrors } from './translate-errors'

export function registerDesk(strapi: Core.Strapi) {
  translateErrors(strapi)
  leaveOut(strapi)
  addPublicationRoutes(strapi)
  addMarkdownField(strapi)
  addLinkablePostRoutes(strapi)
  addRemotePictureRoutes(strapi)
  addDocxRoutes(strapi)
}

export async function bootstrapDesk(strapi: Core.Strapi) {
  await applyViews(strapi)
  await applyRoles(strapi)
  namePermissions(strapi)
}
