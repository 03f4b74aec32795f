/** A scratch read model with its search, and a plain scan of the same documents beside it. */
import fs from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { DocumentOf } from '../../../src/content/documents.ts'
import { storedDocument } from '../../../src/content/read-model.ts'
import { scratchReadModel } from '../../../src/content/testing/builders.ts'
import type { Asked, Fragment } from '../../../src/search/found.ts'
import { fold } from '../fold.ts'
import type { SegmentSize } from '../next-segment.ts'
import { type FoundKind, isFoundKind, readableOf } from '../readable.ts'
import { createSearcher } from '../searcher.ts'
import { hasAllWords, type Question, readQuestion } from '../words.ts'

export const question = (q: string): Question => {
  const read = readQuestion(q)
  if (typeof read === 'string') throw new Error(`“${q}” is refused: ${read}`)
  return read
}

export const plainText = (fragments: readonly Fragment[]) => fragments.map(({ text }) => text).join('')

/** Every text that may be found, by title; `column` stands for where it is seen. */
export function textsOf(readModel: DatabaseSync): Map<string, string> {
  const rows = readModel.prepare('SELECT kind, document_id FROM documents').all()
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const kind = row.kind as FoundKind
      if (!isFoundKind(kind)) return []
      const document = storedDocument(readModel, kind, String(row.document_id)) as DocumentOf<FoundKind>
      const { head, text, tags } = readableOf(kind, document)
      const names = tags.flatMap((tag) => storedDocument(readModel, 'tag', tag)?.name ?? [])
      return [[`${kind} ${row.document_id}`, fold([head, text, ...names].join('\n'))]]
    }),
  )
}

/** @param segmentSize small ones, so that few texts fill several */
export function openWorld(segmentSize?: SegmentSize) {
  const scratch = scratchReadModel()
  const indexPath = path.join(path.dirname(scratch.path), 'search-index.sqlite')
  const clock = { now: Date.now() }
  const start = () => createSearcher({ readModelPath: scratch.path, indexPath, now: () => clock.now, segmentSize })
  const state = { searcher: start() }

  function settle(): void {
    while (state.searcher.step());
  }

  return {
    ...scratch,
    indexPath,
    clock,
    settle,
    searcher: () => state.searcher,
    restart() {
      state.searcher.close()
      state.searcher = start()
    },
    find: (q: string, asked: Partial<Asked> = {}) =>
      state.searcher.find(question(q), { q, filters: {}, sort: 'rank', page: 1, ...asked }),
    /** Titles on the first page. */
    titles(q: string, asked: Partial<Asked> = {}): string[] {
      return this.find(q, asked).hits.map(({ title }) => plainText(title))
    },
    plainScan: (q: string) =>
      textsOf(scratch.database)
        .values()
        .filter((text) => hasAllWords(text, question(q).words))
        .toArray().length,
    close() {
      state.searcher.close()
      scratch.database.close()
      fs.rmSync(path.dirname(scratch.path), { recursive: true })
    },
  }
}
export type World = ReturnType<typeof openWorld>
