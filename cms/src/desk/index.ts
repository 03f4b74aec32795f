/** The desk, put together: call each part in the lifecycle of its name. */
import type { Core } from '@strapi/types'
import type { WordingReader } from '../stores/wording'
import { applyRoles } from './apply-roles'
import { applyViews } from './apply-views'
import { registerAuditPermission } from './audit/permission'
import { addAuditRoutes } from './audit/routes'
import { addCheckRoutes } from './checks/routes'
import { addDocxRoutes } from './docx/routes'
import { addHomeRoutes } from './home/routes'
import { leaveOut } from './leave-out'
import { addLinkablePostRoutes } from './linkable-posts/routes'
import { addMarkdownField } from './markdown-field'
import { addMediaRoutes } from './media/routes'
import { addMemberCodeRoutes } from './member-codes/routes'
import { namePermissions } from './name-permissions'
import { addPublicationRoutes } from './publication/routes'
import { addRemotePictureRoutes } from './remote-pictures/routes'
import { registerReportPermission } from './reports/permission'
import { addReportRoutes } from './reports/routes'
import { addReviewRoutes } from './review/routes'
import { addScheduleRoutes } from './schedules/routes'
import { addSessionRoutes } from './session/routes'
import { addStatisticsRoutes } from './statistics/routes'
import { translateErrors } from './translate-errors'
import { addVersionRoutes } from './versions/routes'

export async function registerDesk(strapi: Core.Strapi, readWording: WordingReader) {
  translateErrors(strapi)
  leaveOut(strapi)
  addPublicationRoutes(strapi)
  addHomeRoutes(strapi)
  addReviewRoutes(strapi)
  addVersionRoutes(strapi)
  addSessionRoutes(strapi)
  await registerAuditPermission(strapi)
  addAuditRoutes(strapi)
  await registerReportPermission(strapi)
  addReportRoutes(strapi)
  addStatisticsRoutes(strapi)
  addCheckRoutes(strapi, readWording)
  addScheduleRoutes(strapi)
  addMarkdownField(strapi)
  addMediaRoutes(strapi)
  addLinkablePostRoutes(strapi)
  addRemotePictureRoutes(strapi)
  addDocxRoutes(strapi)
  addMemberCodeRoutes(strapi)
}

export async function bootstrapDesk(strapi: Core.Strapi) {
  await applyViews(strapi)
  await applyRoles(strapi)
  namePermissions(strapi)
}
