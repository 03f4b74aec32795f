/** From a question to one page of hits: which, in what order, and how many there are of each kind. */
import type { DatabaseSync } from 'node:sqlite'
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { type ColumnEntry, readColumns } from '../../src/content/navigation.ts'
import { statement } from '../../src/content/reads.ts'
import { type Asked, type Found, HITS_A_PAGE, type Hit } from '../../src/search/found.ts'
import { choicesOf, createTally, type Tally } from './choices.ts'
import { excerptOf, marked } from './excerpt.ts'
import type { Ledger } from './ledger.ts'
import { headsWith, type Marks } from './matching.ts'
import type { Memory } from './memory.ts'
import { placeAt } from './places.ts'
import type { Question } from './words.ts'

export type Sources = { index: DatabaseSync; readModel: DatabaseSync; ledger: Ledger; memory: Memory }

/** How well a post answers: the phrase or all words in its title, the phrase in its text, the words anywhere. */
type Answers = { posts: Marks; heads: Set<number>; headPhrase: Set<number>; phrase: Marks | null }
const TIERS = 4

function tierOf({ heads, headPhrase, phrase }: Answers, id: number): number {
  if (headPhrase.has(id)) return 0
  if (heads.has(id)) return 1
  return phrase?.[id] ? 2 : 3
}

function answersTo({ index, memory }: Sources, { words, phrase }: Question): Answers {
  const posts = memory.postsWith(words)
  const heads = headsWith(index, words)
  if (phrase === null) return { posts, heads, headPhrase: new Set(), phrase: null }
  return { posts, heads, headPhrase: headsWith(index, [phrase]), phrase: memory.postsWith([phrase]) }
}

type Columns = readonly ColumnEntry[]
type Ranked = { ids: number[]; tally: Tally }

function rank({ ledger }: Sources, answers: Answers, asked: Asked, columns: Columns): Ranked {
  const tally = createTally(asked.filters, columns)
  const tiers: number[][] = Array.from({ length: TIERS }, () => [])
  const entries = asked.sort === 'date' ? ledger.byDate : ledger.byRank
  for (const entry of entries) {
    if (!answers.posts[entry.id] || !tally.take(entry)) continue
    tiers[asked.sort === 'date' ? 0 : tierOf(answers, entry.id)]?.push(entry.id)
  }
  return { ids: tiers.flat(), tally }
}

function hitOf({ index, readModel }: Sources, question: Question, columns: Columns, id: number): Hit | null {
  const row = statement(
    index,
    'SELECT kind, document_id, place, date, validity, title, number, text FROM posts WHERE id = ?',
  ).get(id)
  if (!row) return null
  const address = addressOf(readModel, row.kind as Kind, String(row.document_id), columns)
  const place = placeAt(String(row.place), columns)
  if (address === null || place === null) return null
  return {
    address,
    title: marked(String(row.title), question.words),
    place: place.name,
    number: row.number === null ? [] : marked(String(row.number), question.words),
    excerpt: excerptOf(String(row.text), question),
    date: row.date === '' ? null : String(row.date),
    validity: row.validity as Hit['validity'],
  }
}

export type Find = (question: Question, asked: Asked) => Found

/** A page beyond the last is the last. */
export function createFind(sources: Sources): Find {
  return (question, asked) => {
    const columns = readColumns(sources.readModel)
    const { ids, tally } = rank(sources, answersTo(sources, question), asked, columns)
    const pages = Math.max(1, Math.ceil(ids.length / HITS_A_PAGE))
    const page = Math.min(asked.page, pages)
    const shown = ids.slice((page - 1) * HITS_A_PAGE, page * HITS_A_PAGE)
    return {
      asked: { ...asked, page },
      total: ids.length,
      hits: shown.map((id) => hitOf(sources, question, columns, id)).filter((hit) => hit !== null),
      pages,
      choices: choicesOf(tally),
    }
  }
}
