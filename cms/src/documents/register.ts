import type { Core } from '@strapi/types'
import { auditDocuments } from './audit'
import { changeLog } from './change-log'
import { columnFolders } from './column-folders'
import { draftGuard } from './draft-guard'
import { postDefaults } from './post-defaults'
import { publishPath } from './publish-path'
import { slugConflicts } from './slug-conflicts'
import { uploadsInText } from './uploads-in-text'

/** From the outside in: reads guarded, one way to publish, written down, conflicts named, one transaction around defaults and write. */
export function registerDocumentMiddlewares(strapi: Core.Strapi, announce: () => void) {
  strapi.documents.use(draftGuard)
  strapi.documents.use(publishPath)
  strapi.documents.use(auditDocuments(strapi))
  strapi.documents.use(slugConflicts)
  strapi.documents.use(changeLog(strapi, announce))
  strapi.documents.use(uploadsInText(strapi))
  strapi.documents.use(columnFolders(strapi))
  strapi.documents.use(postDefaults)
}
