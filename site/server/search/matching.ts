/**
 * Which posts have all the words: exactly those of a plain scan (words.ts, hasAllWords). Posts that changed lately are in no segment
 * yet; there are few of them, and they are looked through.
 */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { createWordFinder, IN_HEAD, type Marks, THERE, type Word, wordOf } from './find-word.ts'
import { searchedTextOf } from './index-posts.ts'
import { nextSegment, type SegmentSize, USUAL_SEGMENT } from './next-segment.ts'
import type { SearchedText, Segment } from './segment.ts'
import * as stored from './segments.ts'

const ROOM = 4096
const BOTH = THERE | IN_HEAD

const firstMark = ({ text, headLength }: SearchedText, word: string): number => {
  const at = text.indexOf(word)
  if (at === -1) return 0
  return at + word.length <= headLength ? BOTH : THERE
}

function open(index: DatabaseSync) {
  const sealed = stored.readSealed(index)
  const segmentOf = new Int32Array(ROOM + sealed.reduce((most, [id]) => Math.max(most, id), 0))
  for (const [id, segment] of sealed) segmentOf[id] = segment
  const fresh = new Map<number, SearchedText>()
  for (const id of stored.readUnsealed(index)) {
    const text = searchedTextOf(index, id)
    if (text) fresh.set(id, text)
  }
  return { segments: stored.readSegments(index), segmentOf, fresh }
}

export type Matcher = ReturnType<typeof createMatcher>

export function createMatcher(index: DatabaseSync, size: SegmentSize = USUAL_SEGMENT) {
  const state = open(index)
  const lookUp = stored.createLookUp(index)
  const finder = createWordFinder()

  function reread(id: number): void {
    if (id >= state.segmentOf.length) {
      const longer = new Int32Array(2 * id)
      longer.set(state.segmentOf)
      state.segmentOf = longer
    }
    const segment = stored.segmentOf(index, id)
    state.segmentOf[id] = segment ?? 0
    const text = segment === null ? searchedTextOf(index, id) : null
    if (text) state.fresh.set(id, text)
    else state.fresh.delete(id)
  }

  /** Marks of one segment by slot; null where a word is in none of its texts. */
  function marksIn(number: number, segment: Segment, words: readonly Word[], isHeadAlone: boolean): Marks | null {
    const all = new Uint8Array(segment.ids.length).fill(BOTH)
    for (const word of words) {
      const found = isHeadAlone
        ? finder.findInHeads(word, segment, lookUp(number))
        : finder.find(word, segment, lookUp(number))
      if (!found) return null
      for (let slot = 0; slot < all.length; slot += 1) all[slot] = (all[slot] as number) & (found[slot] as number)
    }
    return all
  }

  return {
    /**
     * By id, `count` of them. The second bit only where all words are in the head.
     * @param isHeadAlone texts are not looked at: much cheaper for what is everywhere in them
     */
    marksOf(words: readonly string[], count: number, { isHeadAlone = false } = {}): Marks {
      const marks: Marks = new Uint8Array(count)
      const asked = words.map(wordOf)
      for (const [number, segment] of state.segments) {
        const found = marksIn(number, segment, asked, isHeadAlone)
        if (!found) continue
        for (let slot = 0; slot < found.length; slot += 1) {
          const id = segment.ids[slot] as number
          // another text of this post may be in a later segment, or in none yet
          if (state.segmentOf[id] === number) marks[id] = found[slot] as number
        }
      }
      for (const text of state.fresh.values())
        marks[text.id] = words.reduce((both, word) => both && both & firstMark(text, word), BOTH)
      return marks
    },
    /** The index has another text for this post, or the same, or none. */
    reread,
    /**
     * Makes a segment of the fresh posts when there are enough.
     * @returns whether it did
     */
    seal(): boolean {
      const texts = nextSegment(state.fresh.values(), size)
      if (!texts) return false
      const { number, segment, dropped } = inTransaction(index, () => ({
        ...stored.writeSegment(index, texts),
        dropped: stored.dropThinSegments(index),
      }))
      for (const one of dropped) state.segments.delete(one.number)
      state.segments.set(number, segment)
      for (const id of [...segment.ids, ...dropped.flatMap(({ ids }) => ids)]) reread(id)
      return true
    },
  }
}
