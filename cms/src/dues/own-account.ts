import type { Core } from '@strapi/types'
import { nextNumber } from '../stores/counters'

/**
 * One change of a member's money after the other, on all instances: what is read inside stays true until the end. All of it is
 * one transaction.
 */
export async function ofAccount<T>(strapi: Core.Strapi, memberId: string, work: () => Promise<T>): Promise<T> {
  return await strapi.db.transaction(async () => {
    await nextNumber(strapi, `dues:${memberId}`)
    return work()
  })
}
