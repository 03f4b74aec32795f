/** 待我审核, 被退回, 我提交的, 已发布: what somebody has to do, and what became of it. */
import type { Core } from '@strapi/types'
import type { DeskUser } from '../../documents/actor'
import { uidOf } from '../../domain/content/kinds'
import { type ColumnLevels, type Level, levelsOfRoles, requiredLevels } from '../../domain/review/levels'
import type { ReviewState } from '../../domain/review/state'
import { openWork, type Page, submittedWork, type Work, type WorkStatus } from '../../stores/review-work'
import { loadColumnLevels } from '../../stores/reviews'
import type { Permissions } from '../publication/permissions'
import type { ListName } from './input'

/** a college has tens of pieces under review; beyond this the oldest are shown first */
const MOST_OPEN = 2000

const statusesOf: Record<Exclude<ListName, 'awaiting'>, readonly WorkStatus[] | null> = {
  returned: ['returned'],
  published: ['published'],
  submitted: null,
}

function nextLevel({ kind, columnId, approverIds }: Work, columns: readonly ColumnLevels[]): Level | null {
  return requiredLevels(kind, columnId, columns)[approverIds.length] ?? null
}

function stateOf(work: Work, columns: readonly ColumnLevels[]): ReviewState | 'published' {
  if (work.status === 'published') return 'published'
  if (work.status === 'returned') return 'returned'
  if (work.status !== 'open') return 'unsubmitted'
  const next = nextLevel(work, columns)
  return next === null ? 'approved' : `awaiting${next}`
}

const describe = (work: Work, columns: readonly ColumnLevels[], names: ReadonlyMap<string, string>) => ({
  ...{ uid: uidOf(work.kind), documentId: work.documentId, title: work.title, state: stateOf(work, columns) },
  column: (work.columnId && names.get(work.columnId)) ?? null,
  ...{ submitter: work.submitterName, at: work.at, isUrgent: work.isUrgent },
})

async function columnNames(strapi: Core.Strapi): Promise<Map<string, string>> {
  const rows: { documentId: string; name: string }[] = await strapi.db
    .query('api::column.column')
    .findMany({ select: ['documentId', 'name'] })
  return new Map(rows.map(({ documentId, name }) => [documentId, name]))
}

async function awaiting(strapi: Core.Strapi, user: DeskUser, permissions: Permissions): Promise<Work[]> {
  const own = levelsOfRoles(user.roles.map(({ code }) => code))
  if (own.length === 0) return []
  const columns = await loadColumnLevels(strapi)
  const mine: Work[] = []
  for (const work of await openWork(strapi, MOST_OPEN)) {
    const next = nextLevel(work, columns)
    if (next === null || !own.includes(next)) continue
    if (work.authorIds.includes(user.id) || work.approverIds.includes(user.id)) continue
    if (await permissions.mayRead(work.kind, work.documentId)) mine.push(work)
  }
  return mine
}

export async function describeList(
  strapi: Core.Strapi,
  user: DeskUser,
  permissions: Permissions,
  list: ListName,
  paging: Page,
) {
  const { page, pageSize } = paging
  const found =
    list === 'awaiting'
      ? await awaiting(strapi, user, permissions).then((all) => ({
          rows: all.slice((page - 1) * pageSize, page * pageSize),
          total: all.length,
        }))
      : await submittedWork(strapi, user.id, statusesOf[list], paging)
  const [columns, names] = [await loadColumnLevels(strapi), await columnNames(strapi)]
  return { rows: found.rows.map((work) => describe(work, columns, names)), total: found.total, page, pageSize }
}

export async function countLists(strapi: Core.Strapi, user: DeskUser, permissions: Permissions) {
  const own = async (list: Exclude<ListName, 'awaiting'>) =>
    (await submittedWork(strapi, user.id, statusesOf[list], { page: 1, pageSize: 1 })).total
  return {
    awaiting: (await awaiting(strapi, user, permissions)).length,
    returned: await own('returned'),
    submitted: await own('submitted'),
    published: await own('published'),
  }
}
