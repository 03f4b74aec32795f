/** A process that keeps an index in step until it is killed: says so at its first step. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createSearcher } from '../searcher.ts'

const [readModelPath = '', indexPath = ''] = process.argv.slice(2)
const searcher = createSearcher({ readModelPath, indexPath, segmentSize: { posts: 30, units: 100_000 } })
process.stdout.write('following\n')
for (;;) {
  if (!searcher.step()) await sleep(1)
}
