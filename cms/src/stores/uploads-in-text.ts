/** Which uploads the texts of a public document point to. Kept at every publish, so that a changed file finds its pages. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../domain/content/kinds'

const TABLE = 'uploads_in_text'
const UPLOAD_URL = /\/uploads\/[A-Za-z0-9._~%-]+/g
const MAX_URL = 300

export const textFieldsOf = (strapi: Core.Strapi, kind: Kind): string[] =>
  Object.entries(strapi.contentType(uidOf(kind)).attributes).flatMap(([name, { type }]) =>
    type === 'richtext' ? [name] : [],
  )

/** The addresses of uploads in the texts of a row, each once. */
export function uploadsIn(strapi: Core.Strapi, kind: Kind, row: Record<string, unknown>): string[] {
  const urls = textFieldsOf(strapi, kind).flatMap((name) => String(row[name] ?? '').match(UPLOAD_URL) ?? [])
  return [...new Set(urls)].filter((url) => url.length <= MAX_URL)
}

/** Must run inside the transaction that changes the document. */
export async function rememberUploads(strapi: Core.Strapi, kind: Kind, documentId: string, urls: readonly string[]) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(TABLE).where({ kind, document_id: documentId }).delete()
    if (urls.length > 0) await trx(TABLE).insert(urls.map((url) => ({ kind, document_id: documentId, url })))
  })
}

export async function documentsPointingTo(strapi: Core.Strapi, urls: readonly string[]) {
  const rows: { kind: Kind; document_id: string }[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).distinct('kind', 'document_id').whereIn('url', urls),
  )
  return rows.map(({ kind, document_id }) => ({ kind, documentId: document_id }))
}
