/** Which posts are noted as new, over a publisher that really renders. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import pino from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openAnnouncements } from '../../push/announcements.ts'
import { readPostsFrom } from '../../push/current-posts.ts'
import { openPushDatabase } from '../../push/database.ts'
import { build } from '../../src/content/testing/builders.ts'
import type { Render } from '../renderer.ts'
import { type TestEngine, testEngine } from '../testing/engine.ts'
import { smallPortal } from '../testing/small-portal.ts'
import { announcing, NEWS_FOR_MS } from './new-posts.ts'

let engine: TestEngine
let push: DatabaseSync
const logger = pino({ level: 'silent' })

beforeEach(async () => {
  engine = await testEngine()
  push = openPushDatabase(path.join(engine.siteDir, 'push.sqlite'))
  engine.cms.publish('column', build('column', 'news'))
  publish('old')
})
afterEach(async () => {
  push.close()
  await engine.close()
})

const publish = (id: string, over = {}) =>
  engine.cms.publish('article', build('article', id, { displayDate: new Date().toISOString(), ...over }))
const hook = (openPush = () => push) =>
  announcing({ database: engine.database, openPush, journal: engine.journal, logger }).treeChanged
const settle = (over: { render?: Render; buildId?: string } = {}) => engine.settle({ onTreeChanged: hook(), ...over })
const announced = () =>
  openAnnouncements(push)
    .list(0, Number.MAX_SAFE_INTEGER)
    .map(({ documentId }) => documentId)
    .reverse()

it('what there is when the portal is set up is not new', async () => {
  await settle()
  await settle()
  expect(announced()).toEqual([])
})

it('a first publish is new, once; an edit, a move and a second publish are not', async () => {
  await settle()
  publish('a')
  await settle()
  expect(announced()).toEqual(['a'])
  publish('a', { title: '改过' })
  await settle()
  publish('a', { slug: 'b' })
  await settle()
  engine.cms.unpublish('article', 'a')
  await settle()
  publish('a')
  await settle({ buildId: 'build-2' })
  await settle()
  expect(announced()).toEqual(['a'])
})

it('what comes with a release, for a change of code or columns, is new as well', async () => {
  await settle()
  publish('a')
  await settle({ buildId: 'build-2' })
  expect(announced()).toEqual(['a'])
})

it('what is brought in with an old date is not new, and never will be', async () => {
  await settle()
  const displayDate = new Date(Date.now() - NEWS_FOR_MS - 60_000).toISOString()
  publish('imported', { displayDate })
  await settle()
  publish('imported-with-a-release', { displayDate })
  await settle({ buildId: 'build-2' })
  publish('imported')
  publish('imported-with-a-release')
  await settle()
  expect(announced()).toEqual([])
})

it('a post whose page cannot be made is not new before it can', async () => {
  await settle()
  publish('a')
  const failing: Render = async (address) => {
    if (address === '/news/a/') throw new Error('template broke')
    return smallPortal(engine.database)(address)
  }
  await settle({ render: failing })
  expect(announced()).toEqual([])
  engine.cms.retry('article', 'a')
  await settle()
  expect(announced()).toEqual(['a'])
})

it('a crash between the note and the end of the batch notes nothing twice', async () => {
  await settle()
  publish('a')
  let isFirst = true
  const take = hook()
  await engine.settle({
    onTreeChanged: (event) => {
      take(event)
      if (!isFirst || 'release' in event) return
      isFirst = false
      throw new Error('killed')
    },
  })
  expect(announced()).toEqual(['a'])
})

it('a read model that is thrown away, or a CMS that was restored, brings nothing new', async () => {
  await settle()
  publish('a')
  await settle()
  engine.journal.forgetEverything()
  engine.database.exec('DELETE FROM documents; DELETE FROM document_links')
  await settle()
  expect(announced()).toEqual(['a'])
})

it('what cannot be noted is found at the next start', async () => {
  await settle()
  publish('a')
  const other = openPushDatabase(path.join(engine.siteDir, 'push.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  await settle()
  other.exec('ROLLBACK')
  other.close()
  expect(announced()).toEqual([])
  await settle()
  expect(announced()).toEqual(['a'])
})

it('a file that cannot be opened keeps nothing from going live', async () => {
  await settle()
  publish('a')
  const openPush = () => {
    throw new Error('the disk is full')
  }
  await engine.settle({ onTreeChanged: hook(openPush) })
  expect(await engine.page('/news/a/')).toContain('文章 a')
  await settle()
  expect(announced()).toEqual(['a'])
})

it('the server finds what they are called, and where they stand by now', async () => {
  await settle()
  publish('a')
  publish('b')
  await settle()
  publish('a', { title: '改过', slug: 'moved' })
  engine.cms.unpublish('article', 'b')
  await settle()
  const read = readPostsFrom(path.join(engine.siteDir, 'read-model.sqlite'))
  expect(read(openAnnouncements(push).list(0, 99))).toEqual([
    {
      ...{ id: expect.any(Number), key: 'article-a', title: '改过', address: '/news/moved/' },
      ...{ column: '栏目 news', columnAddress: '/news/', columnId: 'news', module: 'portal' },
    },
  ])
  await fs.rm(path.join(engine.siteDir, 'read-model.sqlite'))
  expect(() => read([{ id: 1, kind: 'article', documentId: 'a' }])).toThrow()
})
