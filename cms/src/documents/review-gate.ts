/**
 * Nothing becomes public without the levels that its column asks for, reviewed in exactly this version. Every way of
 * publishing ends in the document service's `publish` (`publish-path.ts`), and this stands before it, in its transaction.
 */
import type { Core, Modules } from '@strapi/types'
import { refuse } from '../content-api/refuse'
import { kindOf } from '../domain/content/kinds'
import { refusals } from '../domain/content/refusals'
import type { Actor } from '../domain/review/acts'
import { checkPublish } from '../domain/review/check-act'
import { type Level, levelNames } from '../domain/review/levels'
import { record } from '../review/record'
import { isPublicAsIs, type KnownReview, loadReview, lockDraft, requiredOf } from '../stores/reviews'
import { currentActor, currentDeskUser } from './actor'

type Middleware = Modules.Documents.Middleware.Middleware

function refuseIncomplete(missing: readonly Level[]): never {
  const names = missing.map((level) => levelNames[level])
  refuse('REVIEW_INCOMPLETE', { missing }, `${refusals.REVIEW_INCOMPLETE}还缺：${names.join('、')}。`)
}

function actorNow(strapi: Core.Strapi, otherwise: Actor | undefined): Actor {
  const user = currentDeskUser(strapi)
  if (user) return { id: user.id, name: user.name, role: user.roles[0]?.name ?? '' }
  const token = currentActor(strapi)
  return token ? { id: null, name: token, role: '' } : (otherwise ?? { id: null, name: '系统', role: '' })
}

/** @returns what is to be noted once it is public, or null when this very version was public before */
async function pass(strapi: Core.Strapi, known: KnownReview) {
  const verdict = checkPublish(known.review, await isPublicAsIs(strapi, known))
  if (!verdict.ok) refuseIncomplete(verdict.missing)
  const { permission } = known.review
  const blank = { level: null, marks: [], at: new Date() }
  switch (verdict.by) {
    case 'unchanged':
      return null
    case 'levels':
      return { ...blank, act: 'published' as const, note: '', actor: actorNow(strapi, undefined) }
    case 'permission':
      return {
        ...{ ...blank, act: 'publishedUrgently' as const, note: permission?.note ?? '' },
        actor: actorNow(strapi, permission?.actor),
      }
    default:
      return verdict.by satisfies never
  }
}

export const reviewGate =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    const { documentId } = context.params as { documentId?: string }
    if (context.action !== 'publish' || !kind || !documentId) return next()
    if ((await requiredOf(strapi, kind, documentId)).length === 0) return next()
    return strapi.db.transaction(async () => {
      await lockDraft(strapi, kind, documentId)
      const known = await loadReview(strapi, kind, documentId)
      if (!known) return next()
      const noted = await pass(strapi, known)
      const result = await next()
      // what a command publishes by the hundred is told in one notice, by the command
      if (noted) await record(strapi, known, noted, currentDeskUser(strapi) === null)
      return result
    })
  }
