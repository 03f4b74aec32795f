/**
 * Files whose bytes are being replaced. Strapi writes file and row apart, so the change log cannot be in one transaction
 * with them: the mark stays until the change is logged, and a start looks for marks.
 */
import type { Core } from '@strapi/types'

const TABLE = 'unlogged_file_changes'

export async function markUnlogged(strapi: Core.Strapi, fileId: number) {
  await strapi.db.transaction(({ trx }) => trx(TABLE).insert({ file_id: fileId }).onConflict('file_id').ignore())
}

/** Call in the transaction that logs the change. */
export async function unmarkUnlogged(strapi: Core.Strapi, fileId: number) {
  await strapi.db.transaction(({ trx }) => trx(TABLE).where({ file_id: fileId }).delete())
}

export async function unloggedFiles(strapi: Core.Strapi): Promise<number[]> {
  const rows: { file_id: number }[] = await strapi.db.connection(TABLE).select('file_id')
  return rows.map(({ file_id }) => file_id)
}
