/** A disk that is full or cannot be written: the old site stands, the desk is told, and it goes on by itself. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../src/content/testing/builders.ts'
import { type TestEngine, testEngine } from './testing/engine.ts'
import { expectedTree, treeOf } from './testing/expected-tree.ts'
import { faultyDisk } from './testing/faulty-disk.ts'

let engine: TestEngine
let disk: ReturnType<typeof faultyDisk>

beforeEach(async () => {
  engine = await testEngine()
  engine.cms.publish('column', build('column', 'news'))
  engine.cms.publish('article', build('article', 'a'))
  disk = faultyDisk()
})
afterEach(async () => {
  disk.restore()
  await engine.close()
})

const problemIs = (code: string | null) => engine.cms.reported(({ problem }) => (problem?.code ?? null) === code)

describe('files that cannot be written', { timeout: 60_000 }, () => {
  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EROFS', 'READ_ONLY'],
    ['EACCES', 'READ_ONLY'],
    ['EIO', 'UNEXPECTED'],
  ])('%s is told as %s, and over when it is over', async (code, problem) => {
    const running = engine.start()
    await running.settled()
    const before = await treeOf(engine)
    disk.failWith(code)
    const sequence = engine.cms.publish('article', build('article', 'b'))
    const report = await problemIs(problem)
    expect(report.sequence).toBeLessThan(sequence)
    expect(report.health.queue).toBeGreaterThan(0)
    expect(await treeOf(engine)).toEqual(before)
    engine.cms.publish('article', build('article', 'c'))
    disk.heal()
    const after = await running.settled()
    expect(after.failures).toEqual([])
    expect(await treeOf(engine)).toEqual(await expectedTree(engine))
    await running.stop()
  })

  it('is told at the start as well', async () => {
    await engine.settle()
    engine.cms.publish('article', build('article', 'b'))
    disk.failWith('EROFS')
    const running = engine.start()
    await problemIs('READ_ONLY')
    disk.heal()
    await running.settled()
    expect(await engine.page('/news/b/')).toContain('文章 b')
    await running.stop()
  })
})

describe('a read model that cannot grow', { timeout: 60_000 }, () => {
  it('loses no change', async () => {
    const running = engine.start()
    await running.settled()
    const pages = Number(engine.database.prepare('PRAGMA page_count').get()?.page_count)
    engine.database.exec(`PRAGMA max_page_count = ${pages}`)
    for (let n = 1; n <= 20; n += 1)
      engine.cms.publish('article', build('article', `b${n}`, { body: '长'.repeat(5000) }))
    await problemIs('DISK_FULL')
    engine.database.exec(`PRAGMA max_page_count = ${pages * 1000}`)
    await running.settled()
    expect(await engine.page('/news/b20/')).toContain('文章 b20')
    await running.stop()
  })
})
