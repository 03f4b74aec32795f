import type { Core } from '@strapi/types'
import { nextNumber } from '../stores/counters'

/** A database's error repeats the statement with all its values, and would be logged with them. */
function withoutValues(error: unknown): unknown {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(?:SQLITE_\w+|[0-9A-Z]{5})$/.test(code) ? new Error(`database: ${code}`) : error
}

/**
 * One change of the tree or the roster after the other, on all instances: what is read inside stays true until the end.
 * All of it is one transaction.
 */
export async function alone<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  try {
    return await strapi.db.transaction(async () => {
      await nextNumber(strapi, 'roster')
      return work()
    })
  } catch (error) {
    throw withoutValues(error)
  }
}
