/** Carries out one schedule: the row is settled in the very transaction that publishes, so it is neither missed nor doubled. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { onSchedule } from '../../documents/on-schedule'
import { uidOf } from '../../domain/content/kinds'
import { MAX_ATTEMPTS, nextTry } from '../../domain/schedule/retry'
import { tellsPlanner, type WithdrawalReason } from '../../domain/schedule/withdrawal'
import { type Claim, isTakeDownDue, settleClaim } from '../../stores/schedule-claims'
import { tellWithdrawn, withdrawSchedules } from '../../stores/schedule-withdrawals'
import { tellFailed } from './tell-failed'

export type Explained = { code: string; text: string }
/** Puts what went wrong into one Chinese sentence. */
export type Explain = (strapi: Core.Strapi, claim: Claim, error: unknown) => Explained

const INTERRUPTED: Explained = {
  code: 'INTERRUPTED',
  text: '每次执行都在中途中断了（例如服务被停止）。请联系平台管理员，或重新定时。',
}

/** Somebody took the schedule over, or withdrew it: nothing of this try may stay. */
class ClaimLost extends Error {
  override name = 'ClaimLost'
}

async function isPublic(strapi: Core.Strapi, { kind, documentId }: Claim): Promise<boolean> {
  return (await strapi.db.query(uidOf(kind)).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
}

async function senseless(strapi: Core.Strapi, claim: Claim, now: Date): Promise<WithdrawalReason | null> {
  if (claim.action === 'publish') return (await isTakeDownDue(strapi, claim, now)) ? 'take-down-passed' : null
  return (await isPublic(strapi, claim)) ? null : 'nothing-to-take-down'
}

/** A publication that still waits for another try must not bring back what is taken down now. */
const withdrawLatePublish = (strapi: Core.Strapi, { kind, documentId }: Claim, now: Date) =>
  withdrawSchedules(strapi, kind, documentId, 'take-down-passed', now, ['publish'])

async function act(strapi: Core.Strapi, { kind, documentId, action }: Claim) {
  const documents = strapi.documents(uidOf(kind))
  if (action === 'unpublish') return void (await documents.unpublish({ documentId } as never))
  const { entries } = await documents.publish({ documentId } as never)
  if (entries.length === 0) throw new errors.NotFoundError('Document not found')
}

async function settle(strapi: Core.Strapi, claim: Claim, settlement: Parameters<typeof settleClaim>[2]) {
  if (!(await settleClaim(strapi, claim, settlement))) throw new ClaimLost(`schedule ${claim.id} is in other hands`)
}

function perform(strapi: Core.Strapi, claim: Claim, now: () => Date) {
  return strapi.db.transaction(async () => {
    const reason = await senseless(strapi, claim, now())
    if (claim.action === 'unpublish') await withdrawLatePublish(strapi, claim, now())
    if (reason) {
      await settle(strapi, claim, { state: 'withdrawn', withdrawn_because: reason })
      if (tellsPlanner(reason)) await tellWithdrawn(strapi, [claim], reason, now())
      return
    }
    await settle(strapi, claim, { state: 'done', done_at_ms: now().getTime() })
    await act(strapi, claim)
  })
}

/** An expected “no” stays one however often it is tried. */
const isRefusal = (error: unknown) => error instanceof errors.ApplicationError

async function noteFailure(strapi: Core.Strapi, claim: Claim, { code, text }: Explained, again: Date | null, at: Date) {
  const problem = { error_code: code, error_text: text }
  await strapi.db.transaction(async () => {
    const settlement = again
      ? ({ state: 'planned', next_try_ms: again.getTime(), ...problem } as const)
      : ({ state: 'failed', ...problem } as const)
    await settle(strapi, claim, settlement)
    if (!again) await tellFailed(strapi, claim, text, at)
  })
}

async function fail(strapi: Core.Strapi, claim: Claim, error: unknown, explain: Explain, now: () => Date) {
  const again = nextTry(claim.attempts, isRefusal(error), now())
  if (!isRefusal(error)) strapi.log.error(error)
  await noteFailure(strapi, claim, explain(strapi, claim, error), again, now())
}

/** Ends well whatever the document does; @throws only what the database itself refuses */
export async function carryOut(strapi: Core.Strapi, claim: Claim, explain: Explain, now: () => Date): Promise<void> {
  try {
    if (claim.attempts > MAX_ATTEMPTS) return await noteFailure(strapi, claim, INTERRUPTED, null, now())
    const actor = `定时（${claim.planner.name || '系统'}）`
    await onSchedule({ actor }, () => perform(strapi, claim, now)).catch((error: unknown) => {
      if (error instanceof ClaimLost) throw error
      return fail(strapi, claim, error, explain, now)
    })
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error
    strapi.log.info(error.message)
  }
}
