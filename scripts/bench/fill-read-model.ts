/** A read model of made-up content, as the publisher would have it after following a CMS that holds the same. */
import type { DatabaseSync } from 'node:sqlite'
import { storeDocument } from '../../site/src/content/read-model.ts'
import { benchArticle, benchColumns } from './content.ts'

const AT = '2026-11-01T01:00:00.000Z'
const times = { publishedAt: AT, updatedAt: AT }
const BATCH = 5000

export function fillReadModel(database: DatabaseSync, articles: number): void {
  database.exec('BEGIN')
  for (const column of benchColumns())
    storeDocument(database, 'column', { ...column, ...times, formerSlugs: [], reviewLevels: 0, visible: true })
  for (let n = 0; n < articles; n += 1) {
    storeDocument(database, 'article', {
      ...benchArticle(n),
      ...times,
      ...{ pinnedUntil: null, tags: [], bodyMedia: [], formerAddresses: [], subtitle: null, cover: null },
      ...{ author: null, attachments: [], related: [], representative: null, reprintUrl: null },
      ...{ publicityFrom: null, publicityUntil: null },
    })
    if (n % BATCH === BATCH - 1) database.exec('COMMIT; BEGIN')
  }
  database.exec('COMMIT')
}
