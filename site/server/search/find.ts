/** From a question to one page of hits: which, in what order, and how many there are of each kind. */
import type { DatabaseSync } from 'node:sqlite'
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { type ColumnEntry, readColumns } from '../../src/content/navigation.ts'
import { statement } from '../../src/content/reads.ts'
import { type Asked, type Found, HITS_A_PAGE, type Hit } from '../../src/search/found.ts'
import { choicesOf, createTally, type Tally } from './choices.ts'
import { excerptOf, marked } from './excerpt.ts'
import { IN_HEAD, type Marks, THERE } from './find-word.ts'
import type { Ledger } from './ledger.ts'
import type { Matcher } from './matching.ts'
import { placeAt } from './places.ts'
import type { Question } from './words.ts'

export type Sources = { index: DatabaseSync; readModel: DatabaseSync; ledger: Ledger; matcher: Matcher }

/** The words anywhere, the phrase in the text, all words in the title or number, the phrase there */
const TIER = { words: 0, phrase: 1, head: 2, headPhrase: 3 } as const
const TIERS = 4
/** no hit */
const NONE = 255

/**
 * Among more hits than anybody looks through, a phrase counts in titles and numbers alone: in texts it would cost more than all the rest,
 * for words that are everywhere stand side by side in most of them.
 */
const PHRASES_IN_TEXTS_TO = 5000

function countThere(marks: Marks): number {
  let count = 0
  for (const mark of marks) count += mark & THERE
  return count
}

/** By id, how well each post answers. */
function tiersOf({ matcher, ledger }: Sources, { words, phrase }: Question): Uint8Array {
  const size = ledger.mostId() + 1
  const tiers = matcher.marksOf(words, size)
  const isHeadAlone = countThere(tiers) > PHRASES_IN_TEXTS_TO
  const phrases: Marks | null = phrase === null ? null : matcher.marksOf([phrase], size, { isHeadAlone })
  for (let id = 0; id < size; id += 1) {
    const marks = tiers[id] as number
    const inPhrase = phrases === null ? 0 : (phrases[id] as number)
    if ((marks & THERE) === 0) tiers[id] = NONE
    else if (inPhrase & IN_HEAD) tiers[id] = TIER.headPhrase
    else if (marks & IN_HEAD) tiers[id] = TIER.head
    else tiers[id] = inPhrase ? TIER.phrase : TIER.words
  }
  return tiers
}

type Columns = readonly ColumnEntry[]
type Ranked = { ids: number[]; tally: Tally }

function rank({ ledger }: Sources, tiers: Uint8Array, asked: Asked, columns: Columns): Ranked {
  const tally = createTally(ledger, asked.filters, columns)
  const isByDate = asked.sort === 'date'
  const best: number[][] = Array.from({ length: TIERS }, () => [])
  for (const id of isByDate ? ledger.byDate : ledger.byRank) {
    const tier = tiers[id] as number
    if (tier !== NONE && tally.take(id)) best[isByDate ? TIER.words : tier]?.push(id)
  }
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
    const { ids, tally } = rank(sources, tiersOf(sources, question), asked, columns)
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
