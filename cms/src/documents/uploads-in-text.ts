/** Keeps book of the uploads that public texts point to, in the transaction that publishes them. */
import type { Core, Modules } from '@strapi/types'
import { type Kind, kindOf, uidOf } from '../domain/content/kinds'
import { rememberUploads, textFieldsOf, uploadsIn } from '../stores/uploads-in-text'

type Middleware = Modules.Documents.Middleware.Middleware

async function publicUploads(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<string[]> {
  const row = await strapi.db.query(uidOf(kind)).findOne({
    select: ['id', ...textFieldsOf(strapi, kind)],
    where: { documentId, publishedAt: { $notNull: true } },
  })
  return row ? uploadsIn(strapi, kind, row) : []
}

const CHANGES_PUBLIC_TEXT = new Set(['publish', 'unpublish', 'delete'])

export const uploadsInText =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    const { documentId } = context.params as { documentId?: string }
    if (!kind || !documentId || !CHANGES_PUBLIC_TEXT.has(context.action)) return next()
    if (textFieldsOf(strapi, kind).length === 0) return next()
    const result = await next()
    await rememberUploads(strapi, kind, documentId, await publicUploads(strapi, kind, documentId))
    return result
  }
