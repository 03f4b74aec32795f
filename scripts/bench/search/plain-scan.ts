/** The peer: every text is looked through, as no search should do it. It says what must be found, and what an index saves. */
import { DatabaseSync } from 'node:sqlite'
import { fold } from '../../../site/server/search/fold.ts'
import { hasAllWords, readQuestion } from '../../../site/server/search/words.ts'

export function openPlainScan(indexPath: string) {
  const index = new DatabaseSync(indexPath, { readOnly: true })
  const rows = index.prepare('SELECT title, text FROM posts')
  const likes = index.prepare("SELECT count(*) AS hits FROM posts WHERE title || ' ' || text LIKE ?")
  return {
    /** how many posts have all the words, by folding each of them */
    count(q: string): number {
      const question = readQuestion(q)
      if (typeof question === 'string') throw new Error(question)
      let hits = 0
      for (const { title, text } of rows.iterate()) {
        if (hasAllWords(fold(`${title}\n${text}`), question.words)) hits += 1
      }
      return hits
    },
    /** milliseconds that SQLite takes to look through them with LIKE, which folds nothing */
    likeMs(q: string): number {
      const startedAt = performance.now()
      likes.get(`%${q}%`)
      return performance.now() - startedAt
    },
    close: () => index.close(),
  }
}
