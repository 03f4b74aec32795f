/** Uploads in the live tree: before the page that shows them, and as long as one does. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../../src/content/testing/builders.ts'
import { type TestEngine, testEngine } from '../testing/engine.ts'
import { mediaIn } from './names-in-page.ts'
import { MEDIA_GRACE_MS } from './sweep.ts'

let engine: TestEngine

beforeEach(async () => {
  engine = await testEngine()
  engine.cms.publish('column', build('column', 'news'))
})
afterEach(() => engine.close())

const upload = (name: string, content = name) => fs.writeFile(path.join(engine.uploadsDir, name), content)
const inTree = (name: string) => fs.readFile(path.join(engine.tree, 'uploads', name), 'utf8').catch(() => null)
const show = (...names: string[]) =>
  engine.cms.publish(
    'article',
    build('article', 'a', { body: names.map((name) => `<img src="/uploads/${name}">`).join('') }),
  )

describe('an upload', { timeout: 30_000 }, () => {
  it('stands in the tree when a page shows it, without a second copy of its bytes', async () => {
    await upload('a.webp')
    show('a.webp')
    await engine.settle()
    expect(await inTree('a.webp')).toBe('a.webp')
    const [source, placed] = await Promise.all([
      fs.stat(path.join(engine.uploadsDir, 'a.webp')),
      fs.stat(path.join(engine.tree, 'uploads', 'a.webp')),
    ])
    expect(placed.ino).toBe(source.ino)
  })

  it('comes with a later change, and is weighed', async () => {
    show()
    const before = await engine.settle()
    await upload('b.webp', 'x'.repeat(5000))
    show('b.webp')
    const after = await engine.settle()
    expect(await inTree('b.webp')).toHaveLength(5000)
    expect(after.health.treeBytes - before.health.treeBytes).toBeGreaterThanOrEqual(5000)
  })

  it('that is missing stops nothing and is named; it comes with the next change', async () => {
    show('late.webp')
    const report = await engine.settle()
    expect(await engine.page('/news/a/')).toContain('late.webp')
    expect(report.failures).toMatchObject([{ code: 'MEDIA_MISSING', address: '/news/a/', oldStands: true }])
    expect(report.failures[0]?.reason).toContain('/uploads/late.webp')
    await upload('late.webp')
    engine.cms.retry('article', 'a')
    expect((await engine.settle()).failures).toEqual([])
    expect(await inTree('late.webp')).toBe('late.webp')
  })

  it('that was replaced under its name is replaced in the tree', async () => {
    await upload('a.webp', 'old')
    show('a.webp')
    await engine.settle()
    await fs.rm(path.join(engine.uploadsDir, 'a.webp'))
    await upload('a.webp', 'new')
    engine.cms.retry('article', 'a')
    await engine.settle()
    expect(await inTree('a.webp')).toBe('new')
  })

  it('that the CMS removed stays while a page shows it', async () => {
    await upload('a.webp')
    show('a.webp')
    await engine.settle()
    await fs.rm(path.join(engine.uploadsDir, 'a.webp'))
    engine.cms.retry('article', 'a')
    expect((await engine.settle()).failures).toEqual([])
    expect(await inTree('a.webp')).toBe('a.webp')
  })

  it('that no page shows any more goes after the time of grace', async () => {
    await Promise.all([upload('a.webp'), upload('b.webp')])
    show('a.webp', 'b.webp')
    await engine.settle()
    show('b.webp')
    await engine.settle()
    const removed: string[] = []
    const after = (ms: number) =>
      engine.settle({
        now: () => new Date(Date.now() + ms),
        onTreeChanged: (event) => void ('removed' in event && removed.push(...event.removed)),
      })
    await after(MEDIA_GRACE_MS - 60_000)
    expect(await inTree('a.webp')).toBe('a.webp')
    await after(MEDIA_GRACE_MS + 60_000)
    expect(await inTree('a.webp')).toBeNull()
    expect(removed).toEqual(['uploads/a.webp'])
    expect(await inTree('b.webp')).toBe('b.webp')
  })

  it('that is shown again in time stays', async () => {
    await upload('a.webp')
    show('a.webp')
    await engine.settle()
    show()
    await engine.settle()
    show('a.webp')
    await engine.settle()
    await engine.settle({ now: () => new Date(Date.now() + 2 * MEDIA_GRACE_MS) })
    expect(await inTree('a.webp')).toBe('a.webp')
  })

  it('is taken into a new release', async () => {
    await upload('a.webp')
    show('a.webp')
    await engine.settle()
    await engine.settle({ buildId: 'build-2' })
    expect(await inTree('a.webp')).toBe('a.webp')
  })
})

describe('uploads named in a page', () => {
  it.each([
    [
      '<img src="/uploads/a_1.webp" srcset="/uploads/a-480.webp 480w, /uploads/a-960.webp 960w">',
      ['a_1.webp', 'a-480.webp', 'a-960.webp'],
    ],
    ['&lt;img src=&quot;/uploads/a.webp&quot;&gt;', ['a.webp']],
    ['https://dj.example.edu.cn/uploads/%E7%AB%A0%E7%A8%8B.pdf?x=1', ['章程.pdf']],
    ['url(/uploads/a.webp)', ['a.webp']],
    ['/uploads/../etc /uploads/%2e%2e%2fetc /uploads/%2Fetc /uploads/.hidden /uploads/%zz /uploads/', []],
    ['没有', []],
  ])('%s', (page, names) => {
    expect(mediaIn(new TextEncoder().encode(page))).toEqual(names)
  })
})
