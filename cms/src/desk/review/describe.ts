/** One piece's review, in the shape that the panel and the printed sheet show. */
import type { Core } from '@strapi/types'
import type { DeskUser } from '../../documents/actor'
import { type Kind, uidOf } from '../../domain/content/kinds'
import type { ReviewAct } from '../../domain/review/acts'
import {
  checkApprove,
  checkSubmit,
  checkWithdraw,
  LEAST_REASON_CHARACTERS,
  type Reviewer,
} from '../../domain/review/check-act'
import { ADMINISTRATOR, levelsOfRoles } from '../../domain/review/levels'
import { awaitedLevel, type Review } from '../../domain/review/state'
import { isPublicUrgently } from '../../review/record'
import { type KnownReview, loadReview } from '../../stores/reviews'
import type { Permissions } from '../publication/permissions'

const describeAct = ({ step, act, level, actor, note, marks, at, fingerprint }: ReviewAct) => {
  return { step, act, level, actor: { name: actor.name, role: actor.role }, note, marks, at, fingerprint }
}

async function columnName(strapi: Core.Strapi, documentId: string | null): Promise<string | null> {
  if (documentId === null) return null
  const row = await strapi.db.query('api::column.column').findOne({ select: ['name'], where: { documentId } })
  return row?.name ?? null
}

async function isPublic(strapi: Core.Strapi, { kind, documentId }: KnownReview) {
  return (await strapi.db.query(uidOf(kind)).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
}

/** What the person may do now, and why not where that is worth a word. */
async function offers(known: KnownReview, user: DeskUser, permissions: Permissions) {
  const { kind, documentId, review, authors } = known
  const roles = user.roles.map(({ code }) => code)
  const isAuthor = authors.includes(user.id)
  const reviewer: Reviewer = { id: user.id, roles, levels: levelsOfRoles(roles), isAuthor }
  const level = awaitedLevel(review)
  const hindrance = level === null ? null : checkApprove(review, reviewer, level)
  const isUrgent = review.missing.length > 0 && roles.includes(ADMINISTRATOR)
  return {
    maySubmit: checkSubmit(review) === null && (await permissions.mayUpdate(kind, documentId)),
    mayReview: level !== null && hindrance === null,
    /** whoever passed an earlier level may stop it, too */
    mayReturn: level !== null && (hindrance === null || hindrance === 'REVIEW_TWICE'),
    mayWithdraw: checkWithdraw(review, reviewer) === null,
    mayPublishUrgently: isUrgent && (await permissions.mayRetry(kind, documentId)),
    hindrance: hindrance === 'REVIEW_OWN_WORK' || hindrance === 'REVIEW_TWICE' ? hindrance : null,
    leastReason: LEAST_REASON_CHARACTERS,
  }
}

/** The levels of the round, passed or not. */
const describeLevels = ({ required, round, missing }: Review) =>
  required.map((level) => {
    const approval = missing.includes(level) ? undefined : round?.approvals.find((one) => one.level === level)
    return { level, approval: approval ? describeAct(approval) : null }
  })

/** @returns null for what is not reviewed at all, or not there */
export async function describeReview(
  strapi: Core.Strapi,
  { kind, documentId }: { kind: Kind; documentId: string },
  user: DeskUser,
  permissions: Permissions,
) {
  const known = await loadReview(strapi, kind, documentId)
  if (!known) return null
  const { review, acts, fingerprint, title, columnId } = known
  const { round } = review
  return {
    state: review.state,
    fingerprint,
    title,
    column: await columnName(strapi, columnId),
    levels: describeLevels(review),
    missing: review.missing,
    awaited: awaitedLevel(review),
    submission: round ? describeAct(round.submission) : null,
    /** the last word of whoever sent it back, withdrew it or changed it */
    ending: round?.endedBy && review.state !== 'approved' ? describeAct(round.endedBy) : null,
    isOvertaken: review.isOvertaken,
    isPublic: await isPublic(strapi, known),
    isUrgent: isPublicUrgently(acts, review),
    history: acts.map(describeAct).toReversed(),
    ...(await offers(known, user, permissions)),
  }
}
