import type { Core } from '@strapi/types'
import { formatBeijing } from '../../domain/schedule/beijing-moment'
import { platformAdministrators } from '../../stores/desk-accounts'
import { addNotice } from '../../stores/notices'
import type { Claim } from '../../stores/schedule-claims'
import { actionWords, documentTitle } from '../../stores/schedule-withdrawals'

/** Joins the transaction it is called in: nobody is told of a failure that is not in the table. */
export async function tellFailed(strapi: Core.Strapi, claim: Claim, reason: string, at: Date) {
  const { kind, documentId, action, dueAt, planner } = claim
  const title = await documentTitle(strapi, kind, documentId)
  const administrators = await platformAdministrators(strapi)
  const recipients = planner.id === null ? administrators : [planner.id, ...administrators]
  await addNotice(strapi, {
    ...{ recipients, topic: 'schedule-failed', kind, documentId, at },
    subject: `${actionWords[action]}失败：${title}`,
    text: `《${title}》原定 ${formatBeijing(dueAt).replace('T', ' ')} ${actionWords[action].slice(2)}，没有成功。${reason}处理好以后，请重新定时或手动操作。`,
  })
}
