/** The one place where schedules ask the review: what a document still lacks before it may be published. */
import type { Core } from '@strapi/types'
import type { Kind } from '../../domain/content/kinds'
import { levelNames } from '../../domain/review/levels'
import { REVIEW, type ReviewService } from '../../review/service'

/** @returns the missing reviews in Chinese words; empty where none is demanded */
export async function reviewsMissing(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<string[]> {
  const missing = await (strapi.get(REVIEW) as ReviewService).missingLevels({ kind, documentId })
  return missing.map((level) => levelNames[level])
}
