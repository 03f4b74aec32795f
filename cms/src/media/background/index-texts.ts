/** Texts published before their uploads were kept book of. */
import type { Core } from '@strapi/types'
import { type Kind, kinds, uidOf } from '../../domain/content/kinds'
import { rememberUploads, textFieldsOf, uploadsIn } from '../../stores/uploads-in-text'

const BATCH = 200

async function indexKind(strapi: Core.Strapi, kind: Kind, signal: AbortSignal) {
  const select = ['id', 'documentId', ...textFieldsOf(strapi, kind)]
  for (let after = 0; !signal.aborted; ) {
    const where = { id: { $gt: after }, publishedAt: { $notNull: true } }
    const rows = await strapi.db.query(uidOf(kind)).findMany({ select, where, orderBy: 'id', limit: BATCH })
    if (rows.length === 0) return
    for (const row of rows) {
      const urls = uploadsIn(strapi, kind, row)
      if (urls.length > 0) await rememberUploads(strapi, kind, row.documentId, urls)
    }
    after = rows[rows.length - 1].id
  }
}

/** Once in the life of a database. */
export async function indexTexts(strapi: Core.Strapi, signal: AbortSignal) {
  const store = strapi.store({ type: 'media', name: 'uploads-in-text' })
  if (await store.get({ key: 'indexed' })) return
  for (const kind of kinds) if (textFieldsOf(strapi, kind).length > 0) await indexKind(strapi, kind, signal)
  if (!signal.aborted) await store.set({ key: 'indexed', value: true })
}
