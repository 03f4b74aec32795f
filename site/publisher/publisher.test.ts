/** The publisher as a whole: what is published stands in the tree, what fails is named. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../src/content/testing/builders.ts'
import { fileOf } from './live-tree.ts'
import { listReleases } from './releases/manifest.ts'
import type { Render } from './renderer.ts'
import { type TestEngine, testEngine } from './testing/engine.ts'
import { smallPortal } from './testing/small-portal.ts'

let engine: TestEngine

beforeEach(async () => {
  engine = await testEngine()
  engine.cms.publish('column', build('column', 'news'))
  engine.cms.publish('article', build('article', 'a'))
})
afterEach(() => engine.close())

const failing =
  (...addresses: string[]): Render =>
  async (address) => {
    if (addresses.includes(address)) throw new Error('template broke')
    return smallPortal(engine.database)(address)
  }

describe('following', () => {
  it('renders a first release and reports it live', async () => {
    const report = await engine.settle()
    expect(await engine.page('/news/a/')).toContain('文章 a')
    expect(await engine.page('/news/')).toContain('href="/news/a/"')
    expect(report).toMatchObject({ sequence: 2, failures: [], problem: null })
    expect(report.changes.map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  it('writes what a later change touches, in the same release, and says which change wrote which pages', async () => {
    const first = await engine.settle()
    const b = engine.cms.publish('article', build('article', 'b'))
    const a = engine.cms.publish('article', build('article', 'a', { body: '新的正文' }))
    const report = await engine.settle()
    expect(await engine.page('/news/b/')).toContain('文章 b')
    expect(await engine.page('/news/a/')).toContain('新的正文')
    expect(report.health.release).toBe(first.health.release)
    const pagesOf = new Map(report.changes.map(({ sequence, pages }) => [sequence, pages]))
    expect(pagesOf.get(b)).toEqual(expect.arrayContaining(['/', '/news/', '/news/b/', '/news/rss.xml']))
    expect(pagesOf.get(a)).toContain('/news/a/')
    expect(pagesOf.get(a)).not.toContain('/news/b/')
  })

  it('removes the page of what was taken down, and its folder', async () => {
    await engine.settle()
    engine.cms.unpublish('article', 'a')
    await engine.settle()
    expect(await engine.page('/news/a/')).toBeNull()
    expect(await fs.readdir(path.join(engine.tree, 'news'))).not.toContain('a')
    expect(await engine.page('/news/')).not.toContain('/news/a/')
  })

  it('takes its place back from a folder that somebody put there', async () => {
    await engine.settle()
    const file = path.join(engine.tree, fileOf('/news/a/'))
    await fs.rm(file)
    await fs.mkdir(path.join(file, 'stray'), { recursive: true })
    engine.cms.publish('article', build('article', 'a', { body: '新的正文' }))
    const report = await engine.settle()
    expect(await engine.page('/news/a/')).toContain('新的正文')
    expect(report).toMatchObject({ failures: [], problem: null })
  })

  it('builds a new release when the code changed, and keeps five', async () => {
    for (const buildId of ['1', '2', '3', '4', '5', '6', '7']) await engine.settle({ buildId })
    expect(await listReleases(engine.siteDir)).toHaveLength(5)
    expect(await engine.page('/news/a/')).toContain('文章 a')
  })

  it('keeps count of pages and bytes', async () => {
    await engine.settle()
    engine.cms.publish('article', build('article', 'b'))
    engine.cms.unpublish('article', 'a')
    const { health } = await engine.settle()
    const files = await engine.files()
    const sizes = await Promise.all(files.map(async (file) => (await fs.stat(file)).size))
    expect(health.pages).toBe(files.length)
    expect(health.treeBytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
    expect(health.freeBytes).toBeGreaterThan(0)
  })
})

describe('a standing page that cannot be rendered', () => {
  it('keeps its old version, lets the others go on, and is reported by name', async () => {
    engine.cms.publish('article', build('article', 'b'))
    await engine.settle()
    engine.cms.publish('article', build('article', 'a', { body: '新文' }))
    engine.cms.publish('article', build('article', 'b', { body: '另文' }))
    const report = await engine.settle({ render: failing('/news/a/') })
    expect(await engine.page('/news/a/')).not.toContain('新文')
    expect(await engine.page('/news/b/')).toContain('另文')
    expect(report.failures).toEqual([
      {
        ...{ kind: 'article', documentId: 'a', address: '/news/a/', code: 'RENDER_FAILED' },
        ...{ reason: 'template broke', oldStands: true },
      },
    ])
  })

  it('is tried again at the next start', async () => {
    await engine.settle()
    engine.cms.publish('article', build('article', 'a', { body: '新文' }))
    await engine.settle({ render: failing('/news/a/') })
    const running = engine.start()
    await expect.poll(() => engine.page('/news/a/')).toContain('新文')
    const report = await engine.cms.reported(({ failures }) => failures.length === 0 && engine.cms.reports.length > 2)
    expect(report.problem).toBeNull()
    await running.stop()
  })

  it('does not hold a release up', async () => {
    engine.cms.publish('article', build('article', 'b'))
    await engine.settle()
    engine.cms.publish('column', build('column', 'news', { name: '新闻' }))
    const report = await engine.settle({ render: failing('/news/a/') })
    expect(await engine.page('/news/a/')).toContain('文章 a')
    expect(await engine.page('/')).toContain('新闻')
    expect(report.failures).toMatchObject([{ address: '/news/a/', oldStands: true }])
  })
})

describe('fileOf', () => {
  it.each([
    ['/', 'index.html'],
    ['/news/', 'news/index.html'],
    ['/news/p/1/', 'news/p/1/index.html'],
    ['/news/rss.xml', 'news/rss.xml'],
    ['/404/', '404.html'],
  ])('%s is %s', (address, file) => expect(fileOf(address)).toBe(file))

  it.each(['/../etc/', '/news/%2e%2e/x/', '/a/../../b/'])('%s leaves the tree and is refused', (address) => {
    expect(() => fileOf(address)).toThrow()
  })
})
