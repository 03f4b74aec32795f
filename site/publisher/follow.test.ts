/** When the publisher wakes, what it takes at once, and what it tells the other parts. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build, minute } from '../src/content/testing/builders.ts'
import type { TreeEvent } from './follow/hooks.ts'
import { fileOf } from './live-tree.ts'
import type { Render } from './renderer.ts'
import { testCms } from './testing/cms.ts'
import { type TestEngine, testEngine } from './testing/engine.ts'
import { expectedTree, treeOf } from './testing/expected-tree.ts'
import { smallPortal } from './testing/small-portal.ts'

let engine: TestEngine

beforeEach(async () => {
  engine = await testEngine()
  engine.cms.publish('column', build('column', 'news'))
  engine.cms.publish('article', build('article', 'a', { displayDate: minute(1) }))
})
afterEach(() => engine.close())

/** Renders as usual, counts, and holds every page back while the gate is shut. */
function gatedRender() {
  const rendered = new Map<string, number>()
  const gate = { opened: Promise.withResolvers<void>(), reached: Promise.withResolvers<void>() }
  const render: Render = async (address) => {
    rendered.set(address, (rendered.get(address) ?? 0) + 1)
    gate.reached.resolve()
    await gate.opened.promise
    return smallPortal(engine.database)(address)
  }
  return { render, rendered, ...gate }
}

describe('a thousand publishes at once', { timeout: 120_000 }, () => {
  it('coalesce: what comes while a batch renders is the next batch, lists are rendered once in each', async () => {
    await engine.settle()
    const { render, rendered, opened, reached } = gatedRender()
    const batches: TreeEvent[] = []
    const running = engine.start({ render, onTreeChanged: (event) => void ('written' in event && batches.push(event)) })
    engine.cms.publish('article', build('article', 'first', { displayDate: minute(2) }))
    await reached.promise
    for (let n = 1; n <= 1000; n += 1)
      engine.cms.publish('article', build('article', `b${n}`, { displayDate: minute(n + 2) }))
    opened.resolve()
    await running.settled()
    await running.stop()
    expect(batches.length).toBeLessThanOrEqual(4)
    for (const list of ['/', '/news/', '/news/rss.xml']) expect(rendered.get(list)).toBeLessThanOrEqual(batches.length)
    expect(await treeOf(engine)).toEqual(await expectedTree(engine))
    const told = new Set(engine.cms.reports.flatMap(({ changes }) => changes.map(({ sequence }) => sequence)))
    expect(told.size).toBe(engine.cms.latest())
  })
})

describe('the clock', { timeout: 30_000 }, () => {
  const pin = (ms: number) => {
    const pinnedUntil = new Date(Date.now() + ms).toISOString()
    engine.cms.publish('article', build('article', 'a', { displayDate: minute(1), pinnedUntil }))
    for (let n = 2; n <= 4; n += 1) engine.cms.publish('article', build('article', `n${n}`, { displayDate: minute(n) }))
  }
  const firstInList = async () => /href="([^"]+)"/.exec((await engine.page('/news/')) ?? '')?.[1]

  it('renders the lists anew when a pin runs out and nothing is published', async () => {
    pin(1500)
    const running = engine.start()
    await running.settled()
    expect(await firstInList()).toBe('/news/a/')
    await expect.poll(firstInList, { timeout: 10_000 }).toBe('/news/n4/')
    await running.stop()
  })

  it('does so as well when the pin ran out while the publisher was stopped', async () => {
    pin(1000)
    await engine.settle()
    await new Promise((resolve) => setTimeout(resolve, 1200))
    const running = engine.start()
    await expect.poll(firstInList, { timeout: 10_000 }).toBe('/news/n4/')
    await running.stop()
  })
})

describe('a CMS that is away', { timeout: 30_000 }, () => {
  it('is waited for before the first tree is made', async () => {
    engine.cms.state.isAway = true
    const running = engine.start()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await engine.page('/')).toBeNull()
    engine.cms.state.isAway = false
    await running.settled()
    expect(await engine.page('/news/a/')).toContain('文章 a')
    await running.stop()
  })

  it('does not keep from being finished what was begun', async () => {
    await engine.settle()
    await fs.rm(path.join(engine.tree, fileOf('/news/')))
    engine.journal.addPending('/news/')
    engine.cms.state.isAway = true
    const running = engine.start()
    await expect.poll(() => engine.page('/news/'), { timeout: 10_000 }).toContain('/news/a/')
    await running.stop()
  })

  it('is told later what became live meanwhile', async () => {
    await engine.settle()
    engine.cms.state.refusesReports = true
    const sequence = engine.cms.publish('article', build('article', 'b', { displayDate: minute(2) }))
    const first = engine.start()
    await expect.poll(() => engine.page('/news/b/')).not.toBeNull()
    await first.stop()
    engine.cms.state.refusesReports = false
    const report = await engine.settle()
    expect(report.changes).toMatchObject([{ sequence, pages: expect.arrayContaining(['/news/b/']) }])
  })

  it('is read from its beginning when its log went back', async () => {
    engine.cms.publish('article', build('article', 'b', { displayDate: minute(2) }))
    await engine.settle()
    const other = testCms()
    other.publish('column', build('column', 'news'))
    other.publish('article', build('article', 'c'))
    const next = await testEngine(engine.dataDir, other)
    await next.settle()
    next.database.close()
    expect(await engine.page('/news/b/')).toBeNull()
    expect(await engine.page('/news/c/')).toContain('文章 c')
  })
})

describe('the other parts', { timeout: 30_000 }, () => {
  it('are told each change of the tree, in the order in which the files came and went', async () => {
    await engine.settle()
    const events: TreeEvent[] = []
    const running = engine.start({ onTreeChanged: (event) => void events.push(event) })
    engine.cms.publish('article', build('article', 'b', { displayDate: minute(2) }))
    await running.settled()
    engine.cms.unpublish('article', 'a')
    await running.settled()
    await running.stop()
    const [start, ...batches] = events
    expect(start).toEqual({ release: (await engine.files())[0]?.split('/releases/')[1]?.split('/')[0] })
    expect(batches.flatMap((event) => ('written' in event ? event.written : []))[0]).toBe('news/b/index.html')
    expect(batches.at(-1)).toMatchObject({ removed: ['news/a/index.html'] })
  })

  it('have their requests worked off between two batches, however much is waiting', async () => {
    await engine.settle()
    for (let n = 1; n <= 30; n += 1)
      engine.cms.publish('article', build('article', `b${n}`, { displayDate: minute(n + 1) }))
    const asked = { isWaiting: false, pending: -1 }
    const requests = {
      areWaiting: () => asked.isWaiting,
      workOff: async () => {
        asked.isWaiting = false
        asked.pending = engine.journal.pendingCount()
      },
    }
    const onTreeChanged = (event: TreeEvent) => {
      if ('written' in event && asked.pending < 0) asked.isWaiting = true
    }
    const running = engine.start({ requests, onTreeChanged, pagesABatch: 3 })
    await running.settled()
    await running.stop()
    expect(asked.pending).toBeGreaterThan(10)
  })

  it('have their requests worked off while nothing is published', async () => {
    await engine.settle()
    const asked = { isWaiting: false, done: 0 }
    const requests = {
      areWaiting: () => asked.isWaiting,
      workOff: async () => {
        asked.isWaiting = false
        asked.done += 1
      },
    }
    const running = engine.start({ requests })
    await running.settled()
    asked.isWaiting = true
    await expect.poll(() => asked.done).toBe(1)
    await running.stop()
  })
})
