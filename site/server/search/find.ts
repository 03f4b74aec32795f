/** From a question to one page of hits: which, in what order, and how many there are of each kind. */
import type { DatabaseSync } from 'node:sqlite'
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { readColumns } from '../../src/content/navigation.ts'
import { statement } from '../../src/content/reads.ts'
import { type Asked, type Found, HITS_A_PAGE, type Hit } from '../../src/search/found.ts'
import { choicesOf, createTally, type Tally } from './choices.ts'
import { excerptOf, marked } from './excerpt.ts'
import type { Ledger } from './ledger.ts'
import { headsWith, type Marks, postsWith } from './matching.ts'
import { placeAt } from './places.ts'
import type { Question } from './words.ts'

const MOST_REMEMBERED = 200

export type Sources = { index: DatabaseSync; readModel: DatabaseSync; ledger: Ledger }

/** How well a post answers: the phrase or all words in its title, the phrase in its text, the words anywhere. */
type Answers = { posts: Marks; heads: Marks; headPhrase: Marks | null; phrase: Marks | null }
const TIERS = 4

function tierOf({ heads, headPhrase, phrase }: Answers, id: number): number {
  if (headPhrase?.[id]) return 0
  if (heads[id]) return 1
  return phrase?.[id] ? 2 : 3
}

/** Answers are kept until the next change: paging and filters ask for the same words again. */
export function rememberAnswers({ index, ledger }: Sources) {
  const known = new Map<string, Answers>()
  let revision = ledger.revision()

  function answersTo({ words, phrase }: Question): Answers {
    const most = ledger.mostId()
    return {
      posts: postsWith(index, words, most),
      heads: headsWith(index, words, most),
      headPhrase: phrase === null ? null : headsWith(index, [phrase], most),
      phrase: phrase === null ? null : postsWith(index, [phrase], most),
    }
  }

  return (question: Question): Answers => {
    if (revision !== ledger.revision()) known.clear()
    revision = ledger.revision()
    const key = question.words.join(' ') + (question.phrase ?? '')
    const answers = known.get(key) ?? answersTo(question)
    known.delete(key)
    known.set(key, answers)
    for (const oldest of known.keys()) {
      if (known.size <= MOST_REMEMBERED) break
      known.delete(oldest)
    }
    return answers
  }
}

type Ranked = { ids: number[]; tally: Tally }

function rank({ ledger, readModel }: Sources, answers: Answers, asked: Asked): Ranked {
  const tally = createTally(asked.filters, readColumns(readModel))
  const tiers: number[][] = Array.from({ length: TIERS }, () => [])
  const entries = asked.sort === 'date' ? ledger.byDate : ledger.byRank
  for (const entry of entries) {
    if (!answers.posts[entry.id] || !tally.take(entry)) continue
    tiers[asked.sort === 'date' ? 0 : tierOf(answers, entry.id)]?.push(entry.id)
  }
  return { ids: tiers.flat(), tally }
}

function hitOf({ index, readModel }: Sources, question: Question, id: number): Hit | null {
  const row = statement(
    index,
    'SELECT kind, document_id, place, date, validity, title, number, text FROM posts WHERE id = ?',
  ).get(id)
  if (!row) return null
  const address = addressOf(readModel, row.kind as Kind, String(row.document_id))
  const place = placeAt(String(row.place), readColumns(readModel))
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
  const answersTo = rememberAnswers(sources)
  return (question, asked) => {
    const { ids, tally } = rank(sources, answersTo(question), asked)
    const pages = Math.max(1, Math.ceil(ids.length / HITS_A_PAGE))
    const page = Math.min(asked.page, pages)
    const shown = ids.slice((page - 1) * HITS_A_PAGE, page * HITS_A_PAGE)
    return {
      asked: { ...asked, page },
      total: ids.length,
      hits: shown.map((id) => hitOf(sources, question, id)).filter((hit) => hit !== null),
      pages,
      choices: choicesOf(tally),
    }
  }
}
