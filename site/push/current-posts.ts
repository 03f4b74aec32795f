/** What announced posts are called and where they stand by now: what was taken down meanwhile is told to nobody. */
import type { DatabaseSync } from 'node:sqlite'
import { cardSchema, titleOf } from '../src/content/cards.ts'
import { listsPosts, readColumns } from '../src/content/navigation.ts'
import { paths } from '../src/content/paths.ts'
import { openReadModel } from '../src/content/read-model.ts'
import { statement } from '../src/content/reads.ts'
import type { Announcement } from './announcements.ts'
import type { NewPost } from './message.ts'

export type CurrentPost = NewPost & { id: number; columnId: string; module: string }
export type ReadPosts = (announcements: readonly Announcement[]) => CurrentPost[]

function postsFrom(database: DatabaseSync, announcements: readonly Announcement[]): CurrentPost[] {
  const columns = readColumns(database).filter(listsPosts)
  const find = statement(
    database,
    'SELECT card, column_id, slug FROM documents WHERE kind = ? AND document_id = ? AND card IS NOT NULL',
  )
  return announcements.flatMap(({ id, kind, documentId }) => {
    const row = find.get(kind, documentId)
    const column = row && columns.find((one) => one.documentId === row.column_id)
    if (!row || !column) return []
    const card = cardSchema.parse(JSON.parse(String(row.card)))
    return {
      ...{ id, key: `${kind}-${documentId}`, title: titleOf(card), address: paths.post(column.slug, String(row.slug)) },
      ...{ column: column.name, columnAddress: paths.column(column.slug) },
      ...{ columnId: column.documentId, module: column.module },
    }
  })
}

/** The file may be replaced between two rounds: it is opened for each. */
export const readPostsFrom =
  (readModelPath: string): ReadPosts =>
  (announcements) => {
    if (announcements.length === 0) return []
    const database = openReadModel(readModelPath, { readOnly: true })
    try {
      return postsFrom(database, announcements)
    } finally {
      database.close()
    }
  }
