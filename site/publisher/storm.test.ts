/** While everything changes at random, a reader who never stops finds no dead link, no half file, nothing older than before. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestEngine, testEngine } from './testing/engine.ts'
import { expectedTree, treeOf } from './testing/expected-tree.ts'
import { newsroom } from './testing/newsroom.ts'
import { openReader } from './testing/reader.ts'

const ACTIONS = 250
const LONGEST_PAUSE_MS = 12

let engine: TestEngine
beforeEach(async () => {
  engine = await testEngine()
})
afterEach(() => engine.close())

describe('a storm of changes', { timeout: 120_000 }, () => {
  it.each([
    [1, 2000],
    [2, 2000],
    [3, 5],
    [4, 2],
    [5, 7],
  ])('is not seen by readers (seed %i, at most %i pages a batch)', async (seed, pagesABatch) => {
    const room = newsroom(engine.cms, seed)
    room.open(20)
    const running = engine.start({ pagesABatch })
    await running.settled()
    const reader = openReader(engine.tree)
    let isOver = false
    const reading = (async () => {
      while (!isOver) await reader.walk()
    })()
    for (let n = 1; n <= ACTIONS; n += 1) {
      room.act()
      if (n % 100 === 0) room.renameColumn(n)
      await sleep(room.choice.below(LONGEST_PAUSE_MS))
    }
    await running.settled()
    isOver = true
    await reading
    await running.stop()
    expect(reader.complaints).toEqual([])
    expect(reader.pagesRead()).toBeGreaterThan(100)
    expect(await treeOf(engine)).toEqual(await expectedTree(engine))
  })
})
