/** What it costs a publish to note that a post is new, with so many posts there. */
import path from 'node:path'
import pino from 'pino'
import { announcing } from '../../../site/publisher/announce/new-posts.ts'
import { openPushDatabase } from '../../../site/push/database.ts'
import { openReadModel, storeDocument, storedDocument } from '../../../site/src/content/read-model.ts'
import { fillReadModel } from '../fill-read-model.ts'

const PUBLISHES = 200

/** @returns milliseconds a publish */
export function measureNoting(folder: string, articles: number): number[] {
  const database = openReadModel(path.join(folder, `read-model-${articles}.sqlite`), { readOnly: false })
  fillReadModel(database, articles)
  const logger = pino({ level: 'silent' })
  const openPush = () => openPushDatabase(path.join(folder, `push-${articles}.sqlite`))
  const { treeChanged, close } = announcing({ database, openPush, journal: { hashOf: () => 'hash' }, logger })
  treeChanged({ release: 'first' })
  const row = database.prepare("SELECT document_id FROM documents WHERE kind = 'article' LIMIT 1").get()
  const model = storedDocument(database, 'article', String(row?.document_id))
  const column = database.prepare("SELECT slug FROM documents WHERE kind = 'column' AND document_id = ?")
  const slug = column.get(String(model?.column))?.slug
  const samples: number[] = []
  for (let n = 0; n < PUBLISHES; n += 1) {
    const id = `fresh-${n}`
    storeDocument(database, 'article', { ...model, documentId: id, slug: id, displayDate: new Date().toISOString() })
    const written = [`${slug}/${id}/index.html`, `${slug}/index.html`, 'index.html', `${slug}/rss.xml`, 'rss.xml']
    const from = performance.now()
    treeChanged({ written, removed: [] })
    samples.push(performance.now() - from)
  }
  close()
  database.close()
  return samples
}
