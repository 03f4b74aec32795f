/** Who changed what a piece says: nobody approves what is partly their own. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../domain/content/kinds'

const TABLE = 'review_authors'

/** Joins the transaction that saves the change. */
export async function noteAuthor(strapi: Core.Strapi, kind: Kind, documentId: string, userId: number, at: Date) {
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .insert({ kind, document_id: documentId, user_id: userId, edited_at_ms: at.getTime() })
      .onConflict(['kind', 'document_id', 'user_id'])
      .merge(['edited_at_ms']),
  )
}

/** The creator, and who changed it since then. @param since when it was last public, or null */
export async function authorIds(strapi: Core.Strapi, kind: Kind, documentId: string, since: Date | null) {
  const row: { createdBy?: { id: number } | null } | null = await strapi.db
    .query(uidOf(kind))
    .findOne({ select: ['id'], where: { documentId, publishedAt: null }, populate: { createdBy: { select: ['id'] } } })
  const edited: { user_id: number }[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .select('user_id')
      .where({ kind, document_id: documentId })
      .where('edited_at_ms', '>', since?.getTime() ?? 0),
  )
  const creator = row?.createdBy ? [row.createdBy.id] : []
  return [...new Set([...creator, ...edited.map(({ user_id }) => user_id)])]
}
