/** How imported texts stand before the review gate: they wait for their reviews, or 平台管理员 answers for them. */
import type { Core } from '@strapi/types'

export type Person = { id: number | null; name: string; roles: { code: string; name: string }[] }
type Target = { kind: 'policy'; documentId: string }

/** The part of the CMS's review service that an import uses. */
export type ReviewService = {
  missingLevels(target: Target): Promise<readonly number[]>
  permit(target: Target, given: { person: Person; now: Date; note: string; isQuiet: boolean }): Promise<unknown>
  administrator(email: string): Promise<Person | null>
  tellOfUrgentImport(person: Person, count: number, reason: string, now: Date): Promise<void>
}

/** Answers whether the text may be published now. */
export type Clearance = (documentId: string) => Promise<boolean>

export const reviewService = (strapi: Core.Strapi) => strapi.get('review') as ReviewService

/** Where the column asks for no review, there is nothing to wait for. */
export function leaveForReview(strapi: Core.Strapi): Clearance {
  return async (documentId) => (await reviewService(strapi).missingLevels({ kind: 'policy', documentId })).length === 0
}

/** @param onPermitted called for each text that goes out without its reviews */
export function publishAtOnce(strapi: Core.Strapi, person: Person, note: string, onPermitted: () => void): Clearance {
  const service = reviewService(strapi)
  return async (documentId) => {
    const target = { kind: 'policy', documentId } as const
    if ((await service.missingLevels(target)).length === 0) return true
    await service.permit(target, { person, now: new Date(), note, isQuiet: true })
    onPermitted()
    return true
  }
}
