/** The search in a thread of its own: follows the read model beside the questions, finds, and renders the page of what it found. */
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'
import pino from 'pino'
import { paths } from '../../src/content/paths.ts'
import type { Asked, SearchPage } from '../../src/search/found.ts'
import { refusals } from './messages.ts'
import { createSearcher } from './searcher.ts'
import type { Suggestion } from './suggest.ts'
import { readQuestion } from './words.ts'

export type SearchThreadData = { readModelPath: string; indexPath: string; distDir: string; logLevel: string }
export type Task = { kind: 'page'; asked: Asked } | { kind: 'suggestions'; q: string }
export type Answer =
  | { kind: 'not-ready' }
  | { kind: 'page'; status: number; html: string }
  | { kind: 'suggestions'; suggestions: Suggestion[] }

type App = {
  render: (address: string, database: DatabaseSync, locals: { search: SearchPage }) => Promise<{ body: Uint8Array }>
}

const LOOK_EVERY_MS = 100
const PAUSE_AFTER_PROBLEM_MS = 5000

const { readModelPath, indexPath, distDir, logLevel } = workerData as SearchThreadData
const logger = pino({ level: logLevel, base: { process: 'search' } })
const searcher = createSearcher({ readModelPath, indexPath })
const app = import(pathToFileURL(path.join(distDir, 'server', 'entry.mjs')).href) as Promise<App>
// said when a page is asked for
app.catch(() => undefined)

/** In steps, so that questions are answered in between. */
function follow(): void {
  let pause = LOOK_EVERY_MS
  try {
    if (searcher.step()) pause = 0
  } catch (error) {
    logger.error({ err: error }, 'the search index does not follow, trying again')
    pause = PAUSE_AFTER_PROBLEM_MS
  }
  setTimeout(follow, pause)
}

function answerOf(asked: Asked): SearchPage {
  const question = readQuestion(asked.q)
  if (typeof question === 'string')
    return { asked, found: null, problem: { code: question, message: refusals[question] } }
  if (question.words.length === 0) return { asked: { ...asked, q: '' }, found: null, problem: null }
  const found = searcher.find(question, { ...asked, q: question.typed })
  return { asked: found.asked, found, problem: null }
}

async function pageOf(asked: Asked): Promise<Answer> {
  const search = answerOf(asked)
  const { render } = await app
  const { body } = await render(paths.search, searcher.readModel(), { search })
  return { kind: 'page', status: search.problem ? 400 : 200, html: new TextDecoder().decode(body) }
}

function suggestionsFor(q: string): Answer {
  const question = readQuestion(q)
  return { kind: 'suggestions', suggestions: typeof question === 'string' ? [] : searcher.suggest(question) }
}

follow()

export default async function answer(task: Task): Promise<Answer> {
  if (!searcher.isReady()) return { kind: 'not-ready' }
  return task.kind === 'page' ? pageOf(task.asked) : suggestionsFor(task.q)
}
