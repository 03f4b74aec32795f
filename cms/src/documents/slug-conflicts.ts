/** The unique index speaks SQL; the editor gets a sentence. */
import type { Modules } from '@strapi/types'
import { refuse } from '../content-api/refuse'

const UNIQUE_SLUG_INDEX = /_slug_(draft|public)_unique|\.slug\b/
const UNIQUE_VIOLATION = /UNIQUE constraint failed|duplicate key value/

export const slugConflicts: Modules.Documents.Middleware.Middleware = async (_context, next) => {
  try {
    return await next()
  } catch (error) {
    const { message = '' } = error as { message?: string }
    if (UNIQUE_VIOLATION.test(message) && UNIQUE_SLUG_INDEX.test(message)) refuse('SLUG_TAKEN', { field: 'slug' })
    throw error
  }
}
