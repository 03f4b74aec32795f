import type { Core } from '@strapi/types'
import { nextNumber } from '../stores/counters'

/**
 * One change of the tree or the roster after the other, on all instances: what is read inside stays true until the end.
 * All of it is one transaction.
 */
export async function alone<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  return await strapi.db.transaction(async () => {
    await nextNumber(strapi, 'roster')
    return work()
  })
}
