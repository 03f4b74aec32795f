/** Plans that have lost their sense: taken back, and their author told. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../domain/content/kinds'
import { titleOf } from '../domain/content/titles'
import { formatBeijing } from '../domain/schedule/beijing-moment'
import type { ScheduleAction } from '../domain/schedule/schedule'
import { tellsPlanner, type WithdrawalReason, withdrawalWords } from '../domain/schedule/withdrawal'
import { addNotice } from './notices'
import { SCHEDULES, type Schedule, type StoredSchedule, toSchedule } from './schedules'

const OPEN = ['planned', 'running', 'failed']
export const actionWords: Record<ScheduleAction, string> = { publish: '定时发布', unpublish: '定时下线' }

export async function documentTitle(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<string> {
  const row: Record<string, unknown> | null = await strapi.db.query(uidOf(kind)).findOne({ where: { documentId } })
  return titleOf(kind, row) ?? '（无标题）'
}

/** Joins the transaction it is called in. */
export async function tellWithdrawn(strapi: Core.Strapi, schedules: Schedule[], reason: WithdrawalReason, at: Date) {
  for (const { planner, kind, documentId, action, dueAt } of schedules) {
    if (planner.id === null) continue
    const title = await documentTitle(strapi, kind, documentId)
    const when = formatBeijing(dueAt).replace('T', ' ')
    await addNotice(strapi, {
      ...{ recipients: [planner.id], topic: 'schedule-withdrawn', kind, documentId, at },
      subject: `${actionWords[action]}已撤销：${title}`,
      text: `《${title}》原定 ${when} ${actionWords[action].slice(2)}。${withdrawalWords[reason]}`,
    })
  }
}

/**
 * Joins the transaction it is called in; safe where nothing is planned. What runs right now is waited for, or finds its claim
 * gone. Call it before the document itself is changed: the runner, too, takes the schedule first and the document then.
 * @param actions which; without it, all
 * @returns how many were withdrawn
 */
export async function withdrawSchedules(
  strapi: Core.Strapi,
  kind: Kind,
  documentId: string,
  reason: WithdrawalReason,
  now: Date,
  actions: readonly ScheduleAction[] = ['publish', 'unpublish'],
): Promise<number> {
  const open = (rows: Core.Strapi['db']['connection']) =>
    rows(SCHEDULES)
      .where({ kind, document_id: documentId })
      .whereIn('action', [...actions])
      .whereIn('state', OPEN)
  return strapi.db.transaction(async ({ trx }) => {
    const found: StoredSchedule[] = await open(trx as never)
    if (found.length === 0) return 0
    const withdrawn: StoredSchedule[] = await open(trx as never)
      .update({ state: 'withdrawn', withdrawn_because: reason, claimed_by: null, claimed_until_ms: null })
      .returning('*')
    const told = withdrawn
      .map(toSchedule)
      .filter(({ id }) => found.some((row) => row.id === id && row.state !== 'failed'))
    if (tellsPlanner(reason)) await tellWithdrawn(strapi, told, reason, now)
    return withdrawn.length
  })
}
