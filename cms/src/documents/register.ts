import type { Core } from '@strapi/types'
import type { WordingReader } from '../stores/wording'
import { auditDocuments } from './audit'
import { changeLog } from './change-log'
import { checkBase } from './check-base'
import { checkGate } from './check-gate'
import { columnFolders } from './column-folders'
import { draftGuard } from './draft-guard'
import { greyDays } from './grey-days'
import { keepVersion } from './keep-version'
import { postDefaults } from './post-defaults'
import { publishPath } from './publish-path'
import { reviewGate } from './review-gate'
import { reviewWatch } from './review-watch'
import { slugConflicts } from './slug-conflicts'
import { emptySnapshotMemory, openSnapshotMemory } from './snapshot-memory'
import { uploadsInText } from './uploads-in-text'
import { withdrawPlans } from './withdraw-plans'

/**
 * From the outside in: reads guarded, one way to publish, written down, conflicts named, plans withdrawn, then one transaction around
 * everything that belongs to a save: what others saved meanwhile, the version, checks, defaults, reviews.
 */
export function registerDocumentMiddlewares(strapi: Core.Strapi, announce: () => void, readWording: WordingReader) {
  strapi.documents.use(draftGuard)
  strapi.documents.use(openSnapshotMemory)
  strapi.documents.use(publishPath)
  strapi.documents.use(auditDocuments(strapi))
  strapi.documents.use(slugConflicts)
  strapi.documents.use(withdrawPlans(strapi))
  strapi.documents.use(changeLog(strapi, announce))
  strapi.documents.use(checkBase(strapi))
  strapi.documents.use(keepVersion(strapi))
  strapi.documents.use(uploadsInText(strapi))
  strapi.documents.use(reviewWatch(strapi))
  strapi.documents.use(checkGate(strapi, readWording))
  strapi.documents.use(columnFolders(strapi))
  strapi.documents.use(postDefaults)
  strapi.documents.use(greyDays)
  // last of all: a draft as it will be published, within the transaction of the change log
  strapi.documents.use(reviewGate(strapi))
  strapi.documents.use(emptySnapshotMemory)
}
