import type { Core } from '@strapi/types'
import { changeLog } from './change-log'
import { draftGuard } from './draft-guard'
import { postDefaults } from './post-defaults'
import { publishPath } from './publish-path'
import { slugConflicts } from './slug-conflicts'
import { uploadsInText } from './uploads-in-text'
import { withdrawPlans } from './withdraw-plans'

/** From the outside in: reads guarded, conflicts named, one way to publish, one transaction around defaults and write. */
export function registerDocumentMiddlewares(strapi: Core.Strapi, announce: () => void) {
  strapi.documents.use(draftGuard)
  strapi.documents.use(slugConflicts)
  strapi.documents.use(publishPath)
  strapi.documents.use(withdrawPlans(strapi))
  strapi.documents.use(changeLog(strapi, announce))
  strapi.documents.use(uploadsInText(strapi))
  strapi.documents.use(postDefaults)
}
