/**
 * Hits of the words that were asked lately. Words that stand in nearly all posts are the slow ones, and they are asked again and
 * again; so a change does not throw away what is known, but is looked at with each of these words.
 */
import type { DatabaseSync } from 'node:sqlite'
import { intersect, type Marks, postsWith } from './matching.ts'
import { hasAllWords } from './words.ts'

const MOST_BYTES = 16 * 1024 ** 2
/** for posts to come */
const ROOM = 4096

type Known = { words: readonly string[]; marks: Marks }
export type Memory = ReturnType<typeof createMemory>

export function createMemory(index: DatabaseSync, mostId: () => number) {
  const known = new Map<string, Known>()
  const state = { size: mostId() + ROOM }

  function keep(words: readonly string[], marks: Marks): Marks {
    const key = words.join(' ')
    known.delete(key)
    known.set(key, { words, marks })
    for (const oldest of known.keys()) {
      if (known.size * state.size <= MOST_BYTES || known.size === 1) break
      known.delete(oldest)
    }
    return marks
  }

  function remembered(words: readonly string[]): Marks | null {
    const found = known.get(words.join(' '))
    return found ? keep(found.words, found.marks) : null
  }

  const ask = (words: readonly string[]) => keep(words, postsWith(index, words, state.size))

  return {
    /** Words that are not known are asked together: a rare one spares most of the work for the others. Not to be written to. */
    postsWith(words: readonly string[]): Marks {
      const whole = remembered(words)
      if (whole) return whole
      const parts = words.map((word) => ({ word, marks: remembered([word]) }))
      const unknown = parts.filter(({ marks }) => marks === null).map(({ word }) => word)
      const marks = parts.map((part) => part.marks).filter((one) => one !== null)
      if (unknown.length > 0) marks.push(ask(unknown))
      const [first, ...others] = marks
      if (!first) throw new Error('no words were asked for')
      return others.length === 0 ? first : others.reduce(intersect, first.slice())
    },
    /** @param text folded, all that is searched; null when the post is gone */
    note(id: number, text: string | null): void {
      if (id >= state.size) {
        state.size = id + ROOM
        known.clear()
      }
      for (const { words, marks } of known.values()) marks[id] = Number(text !== null && hasAllWords(text, words))
    },
  }
}
