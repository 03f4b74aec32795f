/** Everything planned, failed and published within a time, as far as the caller may read it. */
import type { Core } from '@strapi/types'
import { isPostKind, type Kind, kinds, postKinds, uidOf } from '../../domain/content/kinds'
import { findConflicts } from '../../domain/schedule/conflicts'
import type { ScheduleAction, ScheduleState } from '../../domain/schedule/schedule'
import { publicationsBetween } from '../../stores/publication-history'
import { type Schedule, schedulesBetween } from '../../stores/schedules'
import type { Permissions } from '../publication/permissions'
import { type NamedDocument, nameDocuments, namedRows, nameRow } from './named-documents'
import { isDrafted } from './plan'

const MAX_ENTRIES = 2000

type Entry = NamedDocument & {
  id: string
  /** null for what was published, whether by plan or by hand */
  scheduleId: number | null
  kind: Kind
  documentId: string
  action: ScheduleAction
  state: ScheduleState | 'published'
  at: Date
  error: string | null
}

/** A publication of a post that is done shows as the post itself. */
const isShown = ({ kind, action, state }: Schedule) => !(state === 'done' && action === 'publish' && isPostKind(kind))

async function scheduled(strapi: Core.Strapi, from: Date, to: Date): Promise<Entry[]> {
  const schedules = (await schedulesBetween(strapi, from, to, MAX_ENTRIES)).filter(isShown)
  const nameOf = await nameDocuments(strapi, schedules)
  return schedules.map(({ id, kind, documentId, action, state, dueAt, error }) => ({
    ...{ id: `s${id}`, scheduleId: id, kind, documentId, action, state, at: dueAt, error: error?.text ?? null },
    ...nameOf(kind, documentId),
  }))
}

const published = (kind: Kind, documentId: string, at: Date): Omit<Entry, keyof NamedDocument> => ({
  ...{ id: `p${kind}${documentId}`, scheduleId: null, kind, documentId },
  ...{ action: 'publish', state: 'published', at, error: null },
})

/** Posts by the date that readers see: those of former years, which were imported, have no row in the change log. */
async function publishedPosts(strapi: Core.Strapi, from: Date, to: Date): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const kind of postKinds) {
    const where = { publishedAt: { $notNull: true }, displayDate: { $between: [from, to] } }
    for (const row of await namedRows(strapi, kind, where, ['displayDate']))
      entries.push({
        ...published(kind, row.documentId, new Date(row.displayDate as string)),
        ...nameRow(kind, row),
      })
  }
  return entries
}

async function publishedOthers(strapi: Core.Strapi, from: Date, to: Date): Promise<Entry[]> {
  const others = kinds.filter((kind) => isDrafted(strapi, kind) && !isPostKind(kind))
  const rows = await publicationsBetween(strapi, others, from, to)
  return rows.map(({ kind, documentId, at, title }) => ({ ...published(kind, documentId, at), title, column: null }))
}

async function readable(entries: Entry[], permissions: Permissions): Promise<Entry[]> {
  const found: Entry[] = []
  for (const entry of entries) if (await permissions.mayRead(entry.kind, entry.documentId)) found.push(entry)
  return found
}

export async function describeCalendar(strapi: Core.Strapi, permissions: Permissions, from: Date, to: Date) {
  const all = [
    ...(await scheduled(strapi, from, to)),
    ...(await publishedPosts(strapi, from, to)),
    ...(await publishedOthers(strapi, from, to)),
  ]
  const appearing = all.filter(({ action, state }) => action === 'publish' && state !== 'failed')
  const conflicts = findConflicts(
    appearing.map(({ id, column, at }) => ({ id, at, column: column?.documentId ?? null })),
  )
  const entries = (await readable(all, permissions)).slice(0, MAX_ENTRIES)
  return Promise.all(
    entries.map(async ({ kind, ...entry }) => ({
      ...{ ...entry, uid: uidOf(kind) },
      isConflict: entry.state === 'planned' && conflicts.has(entry.id),
      mayMove: entry.state === 'planned' && (await permissions.mayRetry(kind, entry.documentId)),
    })),
  )
}
