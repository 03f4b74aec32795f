/** Tries a document again: a change of the log as every other, so that the publisher takes it up in its order. */
import type { Core } from '@strapi/types'
import type { Kind } from '../../domain/content/kinds'
import { appendChange } from '../../stores/publication-changes'
import { lastChangeOf } from '../../stores/publication-history'

/** Answers the number of the change, or null for a document that was never public. */
export async function retry(strapi: Core.Strapi, kind: Kind, documentId: string, actor: string | null, at: Date) {
  const last = await lastChangeOf(strapi, kind, documentId)
  if (!last) return null
  const sequence = await appendChange(strapi, { kind, documentId, event: 'retried', at, title: last.title, actor })
  strapi.service('api::publication.publication').announce()
  return sequence
}
