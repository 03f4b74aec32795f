/**
 * Published articles as Strapi stores them, straight into its SQLite file while nothing runs: two rows each, both in their
 * column, and a row in the change log, from which the publisher fills itself.
 */
import { DatabaseSync } from 'node:sqlite'
import { type BenchArticle, benchArticle } from '../content.ts'

type Column = { id: number; documentId: string; slug: string }

const ARTICLE_COLUMNS = [
  'document_id',
  'title',
  'slug',
  'summary',
  'body',
  'source',
  'responsible_editor',
  'display_date',
  'created_at',
  'updated_at',
  'published_at',
] as const

const insertInto = (table: string, columns: readonly string[]) =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`

export function articleColumns(file: string): Column[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare("SELECT id, document_id, slug FROM columns WHERE kind = 'article' ORDER BY id").all()
  database.close()
  return rows.map((row) => ({ id: Number(row.id), documentId: String(row.document_id), slug: String(row.slug) }))
}

function rowOf(article: BenchArticle, isPublic: boolean) {
  const { documentId, title, slug, summary, body, source, responsibleEditor, displayDate } = article
  const at = Date.parse(displayDate)
  return [documentId, title, slug, summary, body, source, responsibleEditor, at, at, at, isPublic ? at : null]
}

/** Where article `n` stands. */
export const columnOf = (columns: readonly Column[], n: number): Column => {
  const column = columns[n % columns.length]
  if (!column) throw new Error('there is no column of articles')
  return column
}

export function fillCms(file: string, articles: number): void {
  const columns = articleColumns(file)
  const database = new DatabaseSync(file)
  const insertArticle = database.prepare(insertInto('articles', ARTICLE_COLUMNS))
  const insertLink = database.prepare(insertInto('articles_column_lnk', ['article_id', 'column_id']))
  const insertChange = database.prepare(
    insertInto('publication_changes', ['sequence', 'kind', 'document_id', 'event', 'title', 'at_ms']),
  )
  const counter = database.prepare("SELECT value FROM counters WHERE name = 'publication'").get()
  const first = Number(counter?.value ?? 0) + 1
  const now = Date.now()
  database.exec('BEGIN')
  for (let n = 0; n < articles; n += 1) {
    const article = benchArticle(n)
    for (const isPublic of [false, true]) {
      const { lastInsertRowid } = insertArticle.run(...rowOf(article, isPublic))
      insertLink.run(lastInsertRowid, columnOf(columns, n).id)
    }
    insertChange.run(first + n, 'article', article.documentId, 'published', article.title, now)
  }
  database.prepare("UPDATE counters SET value = ? WHERE name = 'publication'").run(first + articles - 1)
  database.exec('COMMIT')
  database.close()
}
