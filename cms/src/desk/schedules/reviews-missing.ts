/** The one place where schedules ask the review: what a document still lacks before it may be published. */
import type { Core } from '@strapi/types'
import type { Kind } from '../../domain/content/kinds'

/** @returns the missing reviews in Chinese words; empty where none is demanded */
export async function reviewsMissing(_strapi: Core.Strapi, _kind: Kind, _documentId: string): Promise<string[]> {
  return []
}
