/** One author at the desk, with posts of his own: a random move, its answer, and a look where there was none. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Complaints } from './complaints.ts'
import { ARTICLES, type Desk } from './desk.ts'
import { type Move, planMove, WEIGHTS } from './moves.ts'
import { type Column, isInState, type Post, placeOf, type State } from './post.ts'
import type { Random } from './random.ts'

export type Tally = { acknowledged: number; lost: number; happened: number; published: number }
export type Writer = { posts: Post[]; step: () => Promise<void> }

type Settings = {
  desk: Desk
  random: Random
  columns: readonly Column[]
  newNumber: () => number
  complaints: Complaints
  tally: Tally
  signal: AbortSignal
}

const MOST_POSTS = 40
const BULK_ONE_IN = 12
const MOST_IN_BULK = 6
const MOST_PAUSE_MS = 120

export function openWriter({ desk, random, columns, newNumber, complaints, tally, signal }: Settings): Writer {
  const posts: Post[] = []
  const alive = () => posts.filter(({ state }) => state !== null)

  function settle(post: Post, after: State, rows: number) {
    post.state = after
    post.rows += rows
    tally.published += rows
    if (after?.live) post.places.add(placeOf(after.live))
  }

  /** Nobody answered: either everything of it took place, or nothing. */
  async function lookWhatHappened(post: Post, what: string, after: State, rows: number) {
    tally.lost += 1
    if (await isInState(desk, post, after)) {
      tally.happened += 1
      settle(post, after, rows)
    } else if (!(await isInState(desk, post, post.state))) {
      complaints.add(`${what} of d${post.n} was not answered, and left something in between`)
    }
  }

  async function make(post: Post, { name, call, after, rows }: Move) {
    const answer = await desk.send(call.method, call.address, call.body)
    if (!answer) return lookWhatHappened(post, name, after, rows)
    if (answer.status >= 300)
      return complaints.add(`${name} of d${post.n} was refused: ${answer.status} ${JSON.stringify(answer.json)}`)
    tally.acknowledged += 1
    post.documentId ??= (answer.json as { data: { documentId: string } }).data.documentId
    settle(post, after, rows)
  }

  function chooseMove(): { post: Post; move: Move } | null {
    const old = alive()
    const name = old.length >= MOST_POSTS ? 'remove' : random.weighted(WEIGHTS)
    const isNew = name === 'publishNew' || name === 'writeDraft'
    if (!isNew && old.length === 0) return null
    const post: Post = isNew
      ? { documentId: null, n: newNumber(), state: null, rows: 0, places: new Set() }
      : random.oneOf(old)
    if (isNew) posts.push(post)
    const slug = () => `chaos-${post.n}-${random.below(100_000)}`
    const linked = random.isOneIn(3) && old.length > 0 ? random.oneOf(old) : null
    const move = planMove(name, post, { random, columns, slug, linked })
    return move && { post, move }
  }

  /** “发布” over several lines of the list: drafts that were saved before. */
  async function publishInBulk() {
    const chosen = alive()
      .filter(({ state }) => state && state.live?.number !== state.draft.number)
      .slice(0, MOST_IN_BULK)
    if (chosen.length === 0) return
    const documentIds = chosen.map(({ documentId }) => documentId)
    const answer = await desk.send('POST', `${ARTICLES}/actions/bulkPublish`, { documentIds })
    if (answer && answer.status >= 300)
      return complaints.add(`a bulk publish was refused: ${answer.status} ${JSON.stringify(answer.json)}`)
    if (answer) tally.acknowledged += 1
    for (const post of chosen) {
      const after = post.state && { ...post.state, live: post.state.draft }
      if (answer) settle(post, after, 1)
      else await lookWhatHappened(post, 'bulk publish', after, 1)
    }
  }

  return {
    posts,
    async step() {
      if (random.isOneIn(BULK_ONE_IN)) await publishInBulk()
      const chosen = chooseMove()
      if (chosen) await make(chosen.post, chosen.move)
      await sleep(random.below(MOST_PAUSE_MS), undefined, { signal })
    },
  }
}
