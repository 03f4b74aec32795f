/** What a reader may mean who has typed this much: titles and numbers that have it, then tags. */
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { statement } from '../../src/content/reads.ts'
import { searchAddress } from '../../src/search/found.ts'
import type { Sources } from './find.ts'
import { IN_HEAD } from './find-word.ts'
import { fold } from './fold.ts'
import { hasAllWords, type Question } from './words.ts'

export type Suggestion = { text: string; note: string; href: string }

const MOST_TITLES = 6
const MOST_TAGS = 2

function titles({ index, readModel, ledger, matcher }: Sources, { words }: Question): Suggestion[] {
  const marks = matcher.marksOf(words, ledger.mostId() + 1)
  const found: Suggestion[] = []
  for (const id of ledger.byRank) {
    if (((marks[id] ?? 0) & IN_HEAD) === 0) continue
    const row = statement(index, 'SELECT kind, document_id, title, number FROM posts WHERE id = ?').get(id)
    const href = row && addressOf(readModel, row.kind as Kind, String(row.document_id))
    if (row && href) found.push({ text: String(row.title), note: String(row.number ?? ''), href })
    if (found.length === MOST_TITLES) break
  }
  return found
}

/** Tags are few, and small. */
function tags({ readModel }: Sources, { words }: Question): Suggestion[] {
  return statement(readModel, "SELECT json ->> '$.name' AS name FROM documents WHERE kind = 'tag' ORDER BY document_id")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => hasAllWords(fold(name), words))
    .slice(0, MOST_TAGS)
    .map((name) => ({ text: name, note: '标签', href: searchAddress({ q: name, filters: {}, sort: 'rank', page: 1 }) }))
}

export const suggest = (sources: Sources, question: Question): Suggestion[] =>
  question.words.length === 0 ? [] : [...titles(sources, question), ...tags(sources, question)]
