/** Releases: what stays, what goes, and what a stop in the middle leaves. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build, minute } from '../../src/content/testing/builders.ts'
import type { Render } from '../renderer.ts'
import { type TestEngine, testEngine } from '../testing/engine.ts'
import { smallPortal } from '../testing/small-portal.ts'
import { ASSETS_KEPT_MS } from './assets.ts'
import { finishSwitch } from './finish-switch.ts'
import { liveName, releasesDir, switchTo } from './layout.ts'
import { listReleases, readManifest } from './manifest.ts'

let engine: TestEngine

const client = (file: string) => path.join(engine.dataDir, 'client', file)
const inTree = (file: string) => fs.readFile(path.join(engine.tree, file), 'utf8').catch(() => null)
const live = async () => String(await liveName(engine.siteDir))
const releaseFolders = async () => {
  const entries = await fs.readdir(releasesDir(engine.siteDir), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

beforeEach(async () => {
  engine = await testEngine()
  await fs.mkdir(client('_astro'))
  await fs.writeFile(client('_astro/one.css'), 'one')
  engine.cms.publish('column', build('column', 'news'))
  for (const n of [1, 2, 3]) engine.cms.publish('article', build('article', `a${n}`, { displayDate: minute(n) }))
  await engine.settle()
})
afterEach(() => engine.close())

describe('a release', { timeout: 60_000 }, () => {
  it('is not built for the same code and content', async () => {
    const before = await live()
    await engine.settle()
    expect(await live()).toBe(before)
  })

  it.each([
    ['other code', 'code', async () => void (await engine.settle({ buildId: 'build-2' }))],
    [
      'another setting',
      'settings',
      async () => {
        engine.cms.publish('site-setting', build('site-setting', 'site', { siteName: '新名' }))
        await engine.settle()
      },
    ],
    [
      'another navigation',
      'settings',
      async () => {
        engine.cms.publish('column', build('column', 'more', { order: 7 }))
        await engine.settle()
      },
    ],
  ])('is built for %s', async (_what, reason, change) => {
    const before = await live()
    await change()
    expect(await live()).not.toBe(before)
    expect(await readManifest(engine.siteDir, await live())).toMatchObject({ reason, supersededAt: null })
    expect(await readManifest(engine.siteDir, before)).toMatchObject({ supersededAt: expect.any(String) })
  })

  it('stays among the last five', async () => {
    for (const n of [2, 3, 4, 5, 6, 7]) await engine.settle({ buildId: `build-${n}` })
    expect(await listReleases(engine.siteDir)).toHaveLength(5)
    expect(await releaseFolders()).toHaveLength(5)
  })

  it('keeps hashed files of the one before for a week', async () => {
    await fs.rename(client('_astro/one.css'), client('_astro/two.css'))
    const builtAt = new Date()
    await engine.settle({ buildId: 'build-2' })
    expect([await inTree('_astro/one.css'), await inTree('_astro/two.css')]).toEqual(['one', 'one'])

    const later = (ms: number) => new Date(builtAt.getTime() + ms)
    await finishSwitch(engine.siteDir, engine.journal, later(ASSETS_KEPT_MS - 60_000))
    expect(await inTree('_astro/one.css')).toBe('one')
    await finishSwitch(engine.siteDir, engine.journal, later(ASSETS_KEPT_MS + 60_000))
    expect(await inTree('_astro/one.css')).toBeNull()
    expect(await inTree('_astro/two.css')).toBe('one')
  })

  it('takes a page that fails over from the one before, and reports it', async () => {
    const render: Render = async (address) => {
      if (address === '/news/a1/') throw new Error('template broke')
      return smallPortal(engine.database)(address)
    }
    const old = await engine.page('/news/a1/')
    const running = engine.start({ render, buildId: 'build-2' })
    await engine.cms.reported(({ failures }) => failures.some(({ address }) => address === '/news/a1/'))
    await running.stop()
    expect(await engine.page('/news/a1/')).toBe(old)
  })
})

describe('a stop in the middle', { timeout: 60_000 }, () => {
  /** Stops the publisher when it has come to its last page. */
  async function interrupt() {
    const reached = Promise.withResolvers<void>()
    const render: Render = async (address) => {
      if (address === '/news/a3/') {
        reached.resolve()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return smallPortal(engine.database)(address)
    }
    const running = engine.start({ render, buildId: 'build-2' })
    await reached.promise
    await running.stop()
  }

  it('of a rebuild leaves the old site, and the next start renders it anew', async () => {
    const before = await live()
    await fs.mkdir(path.join(releasesDir(engine.siteDir), '2099-half-a-release'))
    await interrupt()
    expect([await live(), await engine.page('/news/a1/')]).toEqual([before, expect.stringContaining('a1')])
    await engine.settle({ buildId: 'build-2' })
    expect(await live()).not.toBe(before)
    expect(await releaseFolders()).toHaveLength(2)
  })

  it('loses no change that arrives during a rebuild', async () => {
    let isPublished = false
    const render: Render = async (address) => {
      if (!isPublished) engine.cms.publish('article', build('article', 'late', { displayDate: minute(9) }))
      isPublished = true
      return smallPortal(engine.database)(address)
    }
    await engine.settle({ render, buildId: 'build-2' })
    expect(await engine.page('/news/late/')).toContain('late')
    expect(await engine.page('/news/')).toContain('late')
  })

  it('between journal and link is finished at the next start', async () => {
    const before = await live()
    await engine.settle({ buildId: 'build-2' })
    const after = await live()
    await switchTo(engine.siteDir, before)
    await engine.settle({ buildId: 'build-2' })
    expect(await live()).toBe(after)
  })

  it('of the power, which took the journal back to before, goes back with it', async () => {
    const before = await live()
    const remembered = engine.database.prepare('SELECT * FROM meta').all()
    await engine.settle({ buildId: 'build-2' })
    const after = await live()
    engine.database.exec('DELETE FROM meta')
    const insert = engine.database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    for (const { key, value } of remembered) insert.run(String(key), String(value))
    await finishSwitch(engine.siteDir, engine.journal, new Date())
    expect(await live()).toBe(before)
    expect(await releaseFolders()).not.toContain(after)
    expect(await readManifest(engine.siteDir, before)).toMatchObject({ supersededAt: null })
  })
})
