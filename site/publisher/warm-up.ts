/** One page of each kind: rendered before anybody waits for one, because the first of its kind is a slow one. */
import { columnAddresses, fixedAddresses } from '../src/content/addresses.ts'
import { addressOf } from '../src/content/document-address.ts'
import { postKinds } from '../src/content/documents.ts'
import { openReadModel } from '../src/content/read-model.ts'

export function warmUpAddresses(readModelPath: string): string[] {
  const database = openReadModel(readModelPath, { readOnly: true })
  try {
    const newest = database.prepare(
      'SELECT document_id, column_id FROM documents WHERE kind = ? ORDER BY display_date DESC LIMIT 1',
    )
    const posts = postKinds.flatMap((kind) => {
      const row = newest.get(kind)
      if (!row) return []
      const own = addressOf(database, kind, String(row.document_id))
      const [front, ...others] = columnAddresses(database, String(row.column_id))
      return [own, front, others.at(-2), others.at(-1)]
    })
    return [...new Set([...posts, ...fixedAddresses])].filter((address) => typeof address === 'string')
  } finally {
    database.close()
  }
}
