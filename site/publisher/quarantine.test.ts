/** What happens to a document whose own page cannot be made. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build, minute } from '../src/content/testing/builders.ts'
import type { Render } from './renderer.ts'
import { type TestEngine, testEngine } from './testing/engine.ts'
import { openReader } from './testing/reader.ts'
import { smallPortal } from './testing/small-portal.ts'

let engine: TestEngine
const broken = new Set<string>()
const hung = new Set<string>()

beforeEach(async () => {
  engine = await testEngine()
  broken.clear()
  hung.clear()
  engine.cms.publish('column', build('column', 'news'))
  engine.cms.publish('article', build('article', 'a', { displayDate: minute(1) }))
  await engine.settle({ render })
})
afterEach(async () => {
  const reader = openReader(engine.tree)
  await reader.walk()
  expect(reader.complaints).toEqual([])
  await engine.close()
})

const render: Render = async (address) => {
  if (broken.has(address)) throw new Error('template broke')
  if (hung.has(address)) throw Object.assign(new Error('rendering took longer than 10 s'), { code: 'RENDER_TIMEOUT' })
  return smallPortal(engine.database)(address)
}
const publish = (id: string, n: number, over: object = {}) =>
  engine.cms.publish('article', build('article', id, { displayDate: minute(n), ...over }))

describe('a new document whose own page fails', { timeout: 30_000 }, () => {
  it('is linked to by nobody, is named, and holds nobody else up', async () => {
    broken.add('/news/b/')
    const b = publish('b', 2)
    publish('c', 3)
    const report = await engine.settle({ render })
    expect(await engine.page('/news/')).not.toContain('/news/b/')
    expect(await engine.page('/news/a/')).toContain('href="/news/c/"')
    expect(report.failures).toEqual([
      {
        ...{ kind: 'article', documentId: 'b', address: '/news/b/', code: 'RENDER_FAILED' },
        ...{ reason: 'template broke', oldStands: false },
      },
    ])
    expect(report.changes.map(({ sequence }) => sequence)).toContain(b)
  })

  it('says when it took too long', async () => {
    hung.add('/news/b/')
    publish('b', 2)
    expect((await engine.settle({ render })).failures).toMatchObject([{ documentId: 'b', code: 'RENDER_TIMEOUT' }])
  })

  it.each([
    ['its next change', () => publish('b', 2, { title: '改好了' })],
    ['a retry', () => engine.cms.retry('article', 'b')],
  ])('comes with %s', async (_how, act) => {
    broken.add('/news/b/')
    publish('b', 2)
    const running = engine.start({ render })
    await engine.cms.reported(({ failures }) => failures.length === 1)
    broken.clear()
    const sequence = act()
    await engine.cms.reported((report) => report.sequence === sequence && report.failures.length === 0)
    await running.stop()
    expect(await engine.page('/news/b/')).toContain('<h1>')
    expect(await engine.page('/news/')).toContain('/news/b/')
  })

  it('comes at the next start, also when the code is another', async () => {
    broken.add('/news/b/')
    publish('b', 2)
    await engine.settle({ render })
    broken.clear()
    const running = engine.start({ render, buildId: 'build-2' })
    await expect.poll(() => engine.page('/news/'), { timeout: 20_000 }).toContain('/news/b/')
    await running.stop()
  })

  it('comes by itself after a while', async () => {
    broken.add('/news/b/')
    publish('b', 2)
    const clock = { ahead: 0 }
    const running = engine.start({ render, now: () => new Date(Date.now() + clock.ahead) })
    await engine.cms.reported(({ failures }) => failures.length === 1)
    broken.clear()
    publish('c', 3)
    await running.settled()
    expect(await engine.page('/news/b/')).toBeNull()
    clock.ahead = 61_000
    publish('d', 4)
    await expect.poll(() => engine.page('/news/'), { timeout: 20_000 }).toContain('/news/b/')
    await running.stop()
  })

  it('is forgotten when it is taken down', async () => {
    broken.add('/news/b/')
    publish('b', 2)
    await engine.settle({ render })
    engine.cms.unpublish('article', 'b')
    expect((await engine.settle({ render })).failures).toEqual([])
  })

  it('is left out of a first release', async () => {
    const other = await testEngine()
    other.cms.publish('column', build('column', 'news'))
    other.cms.publish('article', build('article', 'a'))
    other.cms.publish('article', build('article', 'b'))
    const failing: Render = async (address) => {
      if (address === '/news/b/') throw new Error('template broke')
      return smallPortal(other.database)(address)
    }
    const report = await other.settle({ render: failing })
    expect(await other.page('/news/')).not.toContain('/news/b/')
    expect(await other.page('/news/a/')).not.toContain('/news/b/')
    expect(report.failures).toMatchObject([{ documentId: 'b', oldStands: false }])
    await other.close()
  })
})

describe('a document that moves to an address where it fails', { timeout: 30_000 }, () => {
  const left = [{ column: 'news', slug: 'a', leftAt: minute(9) }]

  it('stays where it stood, and moves when it can', async () => {
    broken.add('/news/moved/')
    publish('a', 1, { slug: 'moved', formerAddresses: left, title: '移动' })
    const report = await engine.settle({ render })
    expect(await engine.page('/news/a/')).toContain('<h1>文章 a')
    expect(await engine.page('/news/')).toContain('href="/news/a/"')
    expect(report.failures).toMatchObject([{ documentId: 'a', address: '/news/moved/', oldStands: true }])
    broken.clear()
    engine.cms.retry('article', 'a')
    const after = await engine.settle({ render })
    expect(after.failures).toEqual([])
    expect(await engine.page('/news/moved/')).toContain('<h1>移动')
    expect(await engine.page('/news/a/')).toContain('href="/news/moved/"')
  })
})

describe('a document in an unknown shape', { timeout: 30_000 }, () => {
  it('waits aside, its last good version stands, the others go on', async () => {
    engine.cms.publish('article', { documentId: 'a', title: 7 } as never)
    publish('c', 3)
    const report = await engine.settle({ render })
    expect(await engine.page('/news/a/')).toContain('文章 a')
    expect(await engine.page('/news/c/')).toContain('文章 c')
    expect(report.failures).toMatchObject([
      { kind: 'article', documentId: 'a', address: '', code: 'INVALID_DOCUMENT', oldStands: true },
    ])
    publish('a', 1)
    expect((await engine.settle({ render })).failures).toEqual([])
  })
})

describe('a new page that is no document’s', { timeout: 30_000 }, () => {
  it('keeps the old lists as they are until it can be made', async () => {
    for (let n = 2; n <= 4; n += 1) publish(`p${n}`, n)
    await engine.settle({ render })
    broken.add('/news/p/2/')
    for (let n = 5; n <= 8; n += 1) publish(`p${n}`, n)
    const report = await engine.settle({ render })
    expect(report.failures.map(({ address }) => address)).toContain('/news/p/2/')
    expect(await engine.page('/news/p8/')).toContain('文章 p8')
    broken.clear()
    const running = engine.start({ render })
    await expect.poll(() => engine.page('/news/p/2/'), { timeout: 20_000 }).not.toBeNull()
    await engine.cms.reported((one) => engine.cms.reports.indexOf(one) > 3 && one.failures.length === 0)
    await running.stop()
    expect(await engine.page('/news/p/1/')).toContain('href="/news/p/2/"')
  })
})

describe('a page that cannot be removed from its links', { timeout: 30_000 }, () => {
  it('is removed all the same', async () => {
    publish('b', 2)
    await engine.settle({ render })
    broken.add('/news/rss.xml')
    engine.cms.unpublish('article', 'b')
    await engine.settle({ render })
    expect(await engine.page('/news/b/')).toBeNull()
  })
})
