/** Home of the desk: what failed, and what comes next. */
import type { Core } from '@strapi/types'
import { uidOf } from '../../domain/content/kinds'
import { openSchedules, type Schedule } from '../../stores/schedules'
import type { Permissions } from '../publication/permissions'
import { nameDocuments } from './named-documents'

const SHOWN = 8
/** looked through for those that may be read */
const LOOKED_AT = 60

export async function describeOverview(strapi: Core.Strapi, permissions: Permissions, now: Date) {
  async function readable(schedules: Schedule[]) {
    const found: Schedule[] = []
    for (const schedule of schedules) {
      if (found.length === SHOWN) break
      if (await permissions.mayRead(schedule.kind, schedule.documentId)) found.push(schedule)
    }
    return found
  }
  const failed = await readable(await openSchedules(strapi, 'failed', LOOKED_AT))
  const planned = await readable(await openSchedules(strapi, 'planned', LOOKED_AT))
  const nameOf = await nameDocuments(strapi, [...failed, ...planned])
  const describe = ({ id, kind, documentId, action, dueAt, error }: Schedule) => ({
    ...{ id, uid: uidOf(kind), documentId, action, dueAt, error: error?.text ?? null },
    title: nameOf(kind, documentId).title,
  })
  return { failed: failed.map(describe), planned: planned.map(describe), now }
}
