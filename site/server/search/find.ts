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

/** Marks of all hits, and by id how well each answers. */
type Answers = { posts: Marks; tiers: Uint8Array }

/** The words anywhere, the phrase in the text (1, as marks have it), all words in the title or number, the phrase there */
const TIER = { words: 0, phrase: 1, head: 2, headPhrase: 3 } as const
const TIERS = 4

function answersTo({ index, memory }: Sources, { words, phrase }: Question): Answers {
  const posts = memory.postsWith(words)
  const tiers = phrase === null ? new Uint8Array(posts.length) : memory.postsWith([phrase]).slice()
  for (const id of headsWith(index, words)) tiers[id] = TIER.head
  if (phrase !== null) for (const id of headsWith(index, [phrase])) tiers[id] = TIER.headPhrase
  return { posts, tiers }
}

type Columns = readonly ColumnEntry[]
type Ranked = { ids: number[]; tally: Tally }

function rank({ ledger }: Sources, { posts, tiers }: Answers, asked: Asked, columns: Columns): Ranked {
  const tally = createTally(ledger, asked.filters, columns)
  const isByDate = asked.sort === 'date'
  const best: number[][] = Array.from({ length: TIERS }, () => [])
  for (const id of isByDate ? ledger.byDate : ledger.byRank)
    if (posts[id] === 1 && tally.take(id)) best[isByDate ? TIER.words : (tiers[id] ?? TIER.words)]?.push(id)
  return { ids: best.reverse().flat(), tally }
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
