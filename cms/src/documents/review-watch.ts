/** Notices when somebody changes what a piece says: who is an author of it, and that a review under way no longer fits. */
import type { Core, Modules } from '@strapi/types'
import { type Kind, kindOf } from '../domain/content/kinds'
import { fingerprintOf } from '../domain/content/snapshot'
import { REVIEWED_KINDS } from '../domain/review/levels'
import { record } from '../review/record'
import { noteAuthor } from '../stores/review-authors'
import { dropWork } from '../stores/review-work'
import { loadReview } from '../stores/reviews'
import { readSnapshot } from '../stores/snapshots'
import { currentActor, currentDeskUser } from './actor'
import { onReviewInvalidated } from './on-review-invalidated'

type Middleware = Modules.Documents.Middleware.Middleware

const CHANGES_DRAFT = new Set(['update', 'discardDraft'])

async function draftFingerprint(strapi: Core.Strapi, kind: Kind, documentId: string) {
  const draft = await readSnapshot(strapi, kind, documentId, 'draft')
  return draft && fingerprintOf(draft)
}

async function afterEdit(strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) {
  const user = currentDeskUser(strapi)
  if (user) await noteAuthor(strapi, kind, documentId, user.id, now)
  const known = await loadReview(strapi, kind, documentId)
  if (!known?.review.isOvertaken) return
  const name = currentActor(strapi) ?? '系统'
  const actor = { id: user?.id ?? null, name, role: user?.roles[0]?.name ?? '' }
  await record(strapi, known, { act: 'invalidated', level: null, actor, note: '', marks: [], at: now })
  await onReviewInvalidated(strapi, kind, documentId, now)
}

export const reviewWatch =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    const { documentId } = context.params as { documentId?: string }
    if (!kind || !documentId || !REVIEWED_KINDS.has(kind)) return next()
    if (context.action === 'delete') {
      const result = await next()
      await dropWork(strapi, kind, documentId)
      return result
    }
    if (!CHANGES_DRAFT.has(context.action)) return next()
    const before = await draftFingerprint(strapi, kind, documentId)
    const result = await next()
    const after = await draftFingerprint(strapi, kind, documentId)
    if (before !== null && after !== null && before !== after) await afterEdit(strapi, kind, documentId, new Date())
    return result
  }
