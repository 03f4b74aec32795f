/** The use cases of review. Each looks, decides by the rules, and writes, in one transaction. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { refuse } from '../content-api/refuse'
import type { DeskUser } from '../documents/actor'
import { type Kind, uidOf } from '../domain/content/kinds'
import type { Actor, Mark } from '../domain/review/acts'
import {
  checkApprove,
  checkReturn,
  checkSubmit,
  checkUrgent,
  checkWithdraw,
  type Reviewer,
  type ReviewProblem,
} from '../domain/review/check-act'
import { ADMINISTRATOR, type Level, levelsOfRoles } from '../domain/review/levels'
import { accountByEmail } from '../stores/desk-accounts'
import { type KnownReview, loadReview, lockDraft } from '../stores/reviews'
import { type NewAct, record } from './record'
import { tellOfUrgentImport } from './tell'

export const REVIEW = 'review'

/** `id` null for what no account does. */
export type Person = Omit<DeskUser, 'id'> & { id: number | null }
export type Target = { kind: Kind; documentId: string }
export type Given = {
  person: Person
  now: Date
  /** of the version that the person saw; null where the caller read it in the same breath */
  fingerprint?: string | null
  note?: string
  marks?: readonly Mark[]
  isQuiet?: boolean
}
export type ReviewService = ReturnType<typeof createReviewService>

/** The role in which somebody acts: the one that has the level, of several. */
function actorOf({ id, name, roles }: Person, level: Level | null): Actor {
  const fitting = level === null ? undefined : roles.find(({ code }) => levelsOfRoles([code]).includes(level))
  return { id, name, role: (fitting ?? roles[0])?.name ?? '' }
}

export function createReviewService(strapi: Core.Strapi) {
  type Decision = { problem: ReviewProblem | null; act: Pick<NewAct, 'act' | 'level'> }

  async function perform(
    { kind, documentId }: Target,
    { person, now, fingerprint = null, note = '', marks = [], isQuiet }: Given,
    decide: (known: KnownReview, reviewer: Reviewer) => Decision,
  ) {
    return strapi.db.transaction(async () => {
      await lockDraft(strapi, kind, documentId)
      const known = await loadReview(strapi, kind, documentId)
      if (!known) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
      if (fingerprint !== null && fingerprint !== known.fingerprint) refuse('REVIEW_STALE')
      const roles = person.roles.map(({ code }) => code)
      const isAuthor = person.id !== null && known.authors.includes(person.id)
      const { problem, act } = decide(known, { id: person.id, roles, levels: levelsOfRoles(roles), isAuthor })
      if (problem) refuse(problem)
      const actor = actorOf(person, act.level)
      return record(strapi, known, { ...act, actor, note: note.trim(), marks, at: now }, isQuiet)
    })
  }

  const permit = (target: Target, given: Given & { note: string }) =>
    perform(target, given, ({ review }, reviewer) => ({
      problem: checkUrgent(review, reviewer, given.note),
      act: { act: 'permitted', level: null },
    }))

  return {
    submit: (target: Target, given: Given) =>
      perform(target, given, ({ review }) => ({
        problem: checkSubmit(review),
        act: { act: 'submitted', level: null },
      })),

    approve: (target: Target, level: Level, given: Given) =>
      perform(target, given, ({ review }, reviewer) => ({
        problem: checkApprove(review, reviewer, level),
        act: { act: 'approved', level },
      })),

    sendBack: (target: Target, level: Level, given: Given) =>
      perform(target, given, ({ review }, reviewer) => ({
        problem: checkReturn(review, reviewer, level, given.note ?? ''),
        act: { act: 'returned', level },
      })),

    withdraw: (target: Target, given: Given) =>
      perform(target, given, ({ review }, reviewer) => ({
        problem: checkWithdraw(review, reviewer),
        act: { act: 'withdrawn', level: null },
      })),

    /** A permission for exactly the version that is there; publishing uses it up. */
    permit,

    publishUrgently: (target: Target, given: Given & { note: string }) =>
      strapi.db.transaction(async () => {
        await permit(target, given)
        await strapi.documents(uidOf(target.kind)).publish({ documentId: target.documentId } as never)
      }),

    /** Empty where it may be published as it is now. */
    async missingLevels({ kind, documentId }: Target): Promise<readonly Level[]> {
      return (await loadReview(strapi, kind, documentId))?.review.missing ?? []
    },

    /** An account in use, for a command that acts in its name; null where it may not publish at once. */
    async administrator(email: string): Promise<Person | null> {
      const account = await accountByEmail(strapi, email)
      return account?.roles.some(({ code }) => code === ADMINISTRATOR) ? account : null
    },

    /** One notice for what a command published at once, however much it was. */
    tellOfUrgentImport: (person: Person, count: number, reason: string, now: Date) =>
      tellOfUrgentImport(strapi, person, count, reason, now),
  }
}
