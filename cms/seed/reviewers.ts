/** The sample's pieces are public because three of its accounts have passed them, as at a real college. */
import type { Core } from '@strapi/types'

type Person = { id: number; name: string; roles: { code: string; name: string }[] }
type Target = { kind: string; documentId: string }
type Given = { person: Person; now: Date; note?: string; isQuiet: boolean }

/** The part of the CMS's review service that the sample uses. */
type ReviewService = {
  missingLevels(target: Target): Promise<readonly number[]>
  submit(target: Target, given: Given): Promise<unknown>
  approve(target: Target, level: number, given: Given): Promise<unknown>
}

const AUTHOR = 'strapi-author'
const reviewerOf = (level: number) => `dangjian-review-${level}`

async function findPerson(strapi: Core.Strapi, code: string): Promise<Person> {
  const user = await strapi.db
    .query('admin::user')
    .findOne({ where: { roles: { code } }, populate: { roles: true }, orderBy: { id: 'asc' } })
  if (!user) throw new Error(`the sample needs an account with the role ${code}`)
  const roles = user.roles.map((role: { code: string; name: string }) => ({ code: role.code, name: role.name }))
  return { id: user.id, name: `${user.lastname ?? ''}${user.firstname ?? ''}`, roles }
}

export type Reviewers = (kind: string, documentId: string) => Promise<void>

/** @returns how a piece passes all that it lacks; call it before it is published */
export async function openReviewers(strapi: Core.Strapi): Promise<Reviewers> {
  const service = strapi.get('review') as ReviewService
  const author = await findPerson(strapi, AUTHOR)
  const reviewers = new Map<number, Person>()
  for (const level of [1, 2, 3]) reviewers.set(level, await findPerson(strapi, reviewerOf(level)))
  return async (kind, documentId) => {
    const target = { kind, documentId }
    const missing = await service.missingLevels(target)
    if (missing.length === 0) return
    await service.submit(target, { person: author, now: new Date(), isQuiet: true })
    for (const level of missing) {
      const person = reviewers.get(level)
      if (person) await service.approve(target, level, { person, now: new Date(), note: '同意。', isQuiet: true })
    }
  }
}
