/** Every save of a document keeps a version, in the transaction that saves it. */
import type { Core, Modules } from '@strapi/types'
import { type Kind, kindOf, uidOf } from '../domain/content/kinds'
import { markPublished, keepVersion as storeVersion } from '../stores/document-versions'
import { readDatedSnapshot } from '../stores/snapshots'
import { currentAccount } from './actor'
import { causeOf } from './version-cause'

const KEPT_AFTER = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft'])
/** these make a document, whatever `documentId` they were given */
const MAKES = new Set(['create', 'clone'])

async function draftSavedAt(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Date | null> {
  const where = { documentId, publishedAt: null }
  const row = await strapi.db.query(uidOf(kind)).findOne({ select: ['updatedAt'], where })
  return row && new Date(row.updatedAt)
}

export const keepVersion =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    const { action } = context
    if (!kind || !KEPT_AFTER.has(action)) return next()
    const result = await next()
    if (!result) return result
    const made = MAKES.has(action) ? (result as { documentId: string }) : (context.params as { documentId?: string })
    const documentId = made.documentId ?? (result as { documentId: string }).documentId
    const isDrafted = strapi.contentType(uidOf(kind)).options?.draftAndPublish === true
    const [actor, at] = [currentAccount(strapi), new Date()]
    if (action === 'publish') {
      const updatedAt = await draftSavedAt(strapi, kind, documentId)
      if (updatedAt && (await markPublished(strapi, { kind, documentId, actor, at, updatedAt }))) return result
    }
    const dated = await readDatedSnapshot(strapi, kind, documentId, isDrafted ? 'draft' : 'published')
    if (!dated) return result
    const byRequest = strapi.requestContext.get() !== undefined
    const cause = causeOf(action, byRequest)
    await storeVersion(strapi, {
      ...{ kind, documentId, ...dated, ...cause, actor, at },
    })
    return result
  }
