import type { Core } from '@strapi/types'
import type { WordingReader } from '../stores/wording'
import { changeLog } from './change-log'
import { checkGate } from './check-gate'
import { draftGuard } from './draft-guard'
import { postDefaults } from './post-defaults'
import { publishPath } from './publish-path'
import { slugConflicts } from './slug-conflicts'
import { uploadsInText } from './uploads-in-text'

/** From the outside in: reads guarded, conflicts named, one way to publish, one transaction around defaults and write. */
export function registerDocumentMiddlewares(strapi: Core.Strapi, announce: () => void, readWording: WordingReader) {
  strapi.documents.use(draftGuard)
  strapi.documents.use(slugConflicts)
  strapi.documents.use(publishPath)
  strapi.documents.use(changeLog(strapi, announce))
  strapi.documents.use(uploadsInText(strapi))
  strapi.documents.use(checkGate(strapi, readWording))
  strapi.documents.use(postDefaults)
}
