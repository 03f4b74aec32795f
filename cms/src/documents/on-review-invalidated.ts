/** What else an edit after a review undoes, in the transaction of the edit: nothing goes public by the clock that nobody has reviewed. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { withdrawSchedules } from '../stores/schedule-withdrawals'

export const onReviewInvalidated = (strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) =>
  withdrawSchedules(strapi, kind, documentId, 'review-invalidated', now, ['publish'])
