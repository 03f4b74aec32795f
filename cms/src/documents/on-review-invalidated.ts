/** What else an edit after a review undoes. Runs in the transaction of the edit. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'

type Listener = (strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) => Promise<void>

/** Each is called in turn; one that throws undoes the edit. */
const listeners: readonly Listener[] = []

export async function onReviewInvalidated(strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) {
  for (const listener of listeners) await listener(strapi, kind, documentId, now)
}
