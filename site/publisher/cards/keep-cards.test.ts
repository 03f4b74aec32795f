import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeDocument } from '../../src/content/read-model.ts'
import { type Scratch, scratchReadModel } from '../../src/content/testing/builders.ts'
import { openJournal } from '../journal.ts'
import { createArtist, type Task } from './artist.ts'
import { type Cards, keepCards } from './keep-cards.ts'

let scratch: Scratch
let siteDir: string
let stop: AbortController
let drawn: Task[]
let told: string[]
let broken: string | null

const artist = {
  rest: () => undefined,
  close: () => undefined,
  async draw(task: Task) {
    if (task.shape === broken) throw new Error('no picture')
    drawn.push(task)
    await fs.writeFile(path.join(task.cardsDir, task.file), task.shape)
  },
}

let clock: number
const start = (over: Partial<Parameters<typeof keepCards>[0]> = {}): Cards =>
  keepCards({
    ...{
      database: scratch.database,
      siteDir,
      uploadsDir: siteDir,
      logger: pino({ level: 'silent' }),
      signal: stop.signal,
    },
    ...{ artist, now: () => clock, onTreeChanged: (event) => told.push(JSON.stringify(event)), ...over },
  })
const filesNow = async () => (await fs.readdir(path.join(siteDir, 'cards'))).filter((name) => name.includes('.'))

beforeEach(async () => {
  scratch = scratchReadModel()
  openJournal(scratch.database)
  scratch.put('column', 'news')
  siteDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-cards-'))
  stop = new AbortController()
  drawn = []
  told = []
  broken = null
  clock = 0
})
afterEach(async () => {
  stop.abort()
  await fs.rm(siteDir, { recursive: true, force: true })
})

describe('cards', () => {
  it('are drawn once for what they show, and go with their page', async () => {
    scratch.put('article', 'a')
    const cards = start()
    cards.treeChanged({ written: ['news/a/index.html', 'news/rss.xml'], removed: [] })
    await cards.idle()
    expect(drawn.map(({ shape }) => shape)).toEqual(['wide', 'square'])
    expect(await filesNow()).toHaveLength(2)

    scratch.put('article', 'a', { body: '别的正文', slug: 'b' })
    cards.treeChanged({ written: ['news/b/index.html'], removed: ['news/a/index.html'] })
    await cards.idle()
    expect(drawn).toHaveLength(2)
    expect(await filesNow()).toHaveLength(2)

    scratch.put('article', 'a', { title: '新标题', slug: 'b' })
    cards.treeChanged({ written: ['news/b/index.html'], removed: [] })
    await cards.idle()
    expect(drawn).toHaveLength(4)
    expect(await filesNow()).toEqual(
      drawn
        .slice(2)
        .map(({ file }) => file)
        .toSorted(),
    )

    removeDocument(scratch.database, 'article', 'a')
    cards.treeChanged({ written: [], removed: ['news/b/index.html'] })
    await cards.idle()
    expect(await filesNow()).toEqual([])
    expect(told.some((event) => event.includes('"removed":["cards/'))).toBe(true)
  })

  it('of all pages are looked at once a release', async () => {
    scratch.database.exec("INSERT INTO pages (address, hash, bytes) VALUES ('/', 'x', 1), ('/news/', 'x', 1)")
    const cards = start()
    cards.treeChanged({ release: 'one' })
    await cards.idle()
    expect(drawn).toHaveLength(4)
    await fs.rm(path.join(siteDir, 'cards', drawn[0]?.file ?? ''))
    cards.treeChanged({ release: 'one' })
    await cards.idle()
    expect(drawn).toHaveLength(4)
    cards.treeChanged({ release: 'two' })
    await cards.idle()
    expect(drawn).toHaveLength(5)
  })

  it('that cannot be drawn are tried again later, and hold nothing else up', async () => {
    scratch.put('article', 'a')
    broken = 'wide'
    const cards = start()
    cards.treeChanged({ written: ['news/a/index.html'], removed: [] })
    await cards.idle()
    expect(drawn).toEqual([])
    broken = null
    clock = 120_000
    cards.treeChanged({ written: ['news/rss.xml'], removed: [] })
    await cards.idle()
    expect(drawn).toHaveLength(2)
  })

  it('are drawn by a process of their own', { timeout: 60_000 }, async () => {
    scratch.put('column', 'lessons', { kind: 'lesson' })
    const cards = start({ artist: createArtist() })
    cards.treeChanged({ written: ['lessons/index.html'], removed: [] })
    await cards.idle()
    expect((await filesNow()).map((name) => name.replace(/^[0-9a-f]+-/, '')).toSorted()).toEqual([
      'large.png',
      'square.png',
      'wide.png',
    ])
  })
})
