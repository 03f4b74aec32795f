/**
 * Strapi publishes inside `create` and `update` when told `status: 'published'`, past every middleware that watches
 * `publish`. Here such a call becomes save, then publish: whatever guards `publish` guards every way in.
 */
import type { Modules } from '@strapi/types'

type Middleware = Modules.Documents.Middleware.Middleware
type Params = Record<string, unknown> & { status?: string }

export const publishPath: Middleware = async (context, next) => {
  const { action, uid } = context
  const { status, ...params } = context.params as Params
  const drafted = strapi.contentType(uid).options?.draftAndPublish === true
  if (!drafted || status !== 'published' || (action !== 'create' && action !== 'update')) return next()
  return strapi.db.transaction(async () => {
    const documents = strapi.documents(uid)
    const saved =
      action === 'create' ? await documents.create(params as never) : await documents.update(params as never)
    if (!saved) return saved
    const { fields, populate } = params
    const published = await documents.publish({ documentId: saved.documentId, fields, populate } as never)
    return published.entries[0]
  })
}
