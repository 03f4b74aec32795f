/**
 * A form of the desk says which save it began with. What somebody else has saved since is not overwritten without a word:
 * the save is refused, and both still have what they wrote. Who sends no such header (API, imports) is not concerned.
 */
import type { Core, Modules } from '@strapi/types'
import { refuse } from '../content-api/refuse'
import { type Kind, kindOf, uidOf } from '../domain/content/kinds'
import { BASE_HEADER, type FormBase, isOutdated, parseBase } from '../domain/versions/form-base'
import { contentChangedAt } from '../stores/document-versions'

type Middleware = Modules.Documents.Middleware.Middleware
type State = { baseIsChecked?: boolean }

const CHECKED = new Set(['update', 'publish'])

/** Locks the document's row, so that of two saves at once the second sees what the first has written. */
async function savedAt(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Date | null> {
  const uid = uidOf(kind)
  const isDrafted = strapi.contentType(uid).options?.draftAndPublish === true
  const where = { documentId, ...(isDrafted ? { publishedAt: null } : {}) }
  const query = strapi.db.queryBuilder(uid).select(['id', 'updatedAt']).where(where).first()
  const row = await (strapi.db.dialect.client === 'postgres' ? query.forUpdate() : query).execute()
  return row ? new Date((row as { updatedAt: string }).updatedAt) : null
}

async function check(strapi: Core.Strapi, kind: Kind, base: FormBase) {
  const saved = await savedAt(strapi, kind, base.documentId)
  if (!saved) return
  const changed = (await contentChangedAt(strapi, kind, base.documentId)) ?? saved
  if (isOutdated(base, saved, changed)) refuse('DOCUMENT_CHANGED', { documentId: base.documentId })
}

export const checkBase =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    const request = strapi.requestContext.get()
    if (!kind || !request || !CHECKED.has(context.action)) return next()
    const base = parseBase(request.get(BASE_HEADER))
    const state = request.state as State
    const { documentId } = context.params as { documentId?: string }
    if (!base || base.documentId !== documentId || state.baseIsChecked) return next()
    await check(strapi, kind, base)
    // one request may save and publish: the second finds what the first has just written
    state.baseIsChecked = true
    return next()
  }
