/** The search as a whole: opens what it needs, keeps the index in step, answers. */
import fs from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { openReadModel } from '../../src/content/read-model.ts'
import type { Asked, Found } from '../../src/search/found.ts'
import { createFind, type Find, type Sources } from './find.ts'
import { type Follower, followReadModel, latestOf } from './follow-read-model.ts'
import { isBroken, openIndex, removeIndex } from './index-file.ts'
import { openLedger } from './ledger.ts'
import { createMatcher } from './matching.ts'
import type { SegmentSize } from './next-segment.ts'
import { type Suggestion, suggest } from './suggest.ts'
import type { Question } from './words.ts'

type Options = { readModelPath: string; indexPath: string; now?: () => number; segmentSize?: SegmentSize | undefined }

type Opened = {
  index: DatabaseSync
  readModel: DatabaseSync
  sources: Sources
  follower: Follower
  find: Find
  /** of the read model's file: another one may be put in its place */
  inode: number
}

const inodeOf = (path: string) => fs.statSync(path, { throwIfNoEntry: false })?.ino ?? 0

export type Searcher = ReturnType<typeof createSearcher>

export function createSearcher({ readModelPath, indexPath, now = Date.now, segmentSize }: Options) {
  const state: { opened: Opened | null; isReady: boolean } = { opened: null, isReady: false }

  function close(): void {
    state.opened?.index.close()
    state.opened?.readModel.close()
    Object.assign(state, { opened: null, isReady: false })
  }

  function open(): Opened | null {
    const inode = inodeOf(readModelPath)
    if (inode === 0) return null
    const readModel = openReadModel(readModelPath, { readOnly: true })
    if (!latestOf(readModel)) {
      readModel.close()
      return null
    }
    const index = openIndex(indexPath)
    const ledger = openLedger(index)
    const matcher = createMatcher(index, segmentSize)
    const sources = { index, readModel, ledger, matcher }
    const onChange = (id: number) => {
      ledger.reread(id)
      matcher.reread(id)
    }
    const follower = followReadModel({ index, readModel, onChange, now })
    return { index, readModel, sources, follower, inode, find: createFind(sources) }
  }

  function beginAnew(): void {
    close()
    removeIndex(indexPath)
  }

  function stepOnce(): boolean {
    if (state.opened && state.opened.inode !== inodeOf(readModelPath)) close()
    state.opened ??= open()
    if (!state.opened) return false
    const more = state.opened.follower.step()
    if (more === null) beginAnew()
    else if (state.opened.sources.matcher.seal()) return true
    if (more === false) state.isReady = true
    return more !== false
  }

  return {
    /**
     * Takes the next changes into the index.
     * @returns whether more may be taken at once
     */
    step(): boolean {
      try {
        return stepOnce()
      } catch (error) {
        if (!isBroken(error)) throw error
        beginAnew()
        return true
      }
    },
    /** Once the log was followed to its end; what is found before would not be all there is. */
    isReady: () => state.opened !== null && state.isReady,
    /** For the page around the hits. @throws Error before it is ready */
    readModel: (): DatabaseSync => opened(state.opened).readModel,
    find: (question: Question, asked: Asked): Found => opened(state.opened).find(question, asked),
    suggest: (question: Question): Suggestion[] => suggest(opened(state.opened).sources, question),
    close,
  }
}

function opened(parts: Opened | null): Opened {
  if (!parts) throw new Error('the search index is not open: ask isReady() first')
  return parts
}
