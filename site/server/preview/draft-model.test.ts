/** What is laid over the read model must read as if it had been stored, and must not be. */
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allAddresses } from '../../src/content/addresses.ts'
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { contact, linkGroups, topics } from '../../src/content/queries/collections.ts'
import { cardById, documentById, freePageBySlug, postBySlug } from '../../src/content/queries/documents.ts'
import { archivePage, columnFront, neighbours, newestItems, newestPosts } from '../../src/content/queries/posts.ts'
import { guideOf, itemsPointingTo, policyVersions } from '../../src/content/queries/related.ts'
import { freePages, leadIds, siteSettings, visibleColumns } from '../../src/content/queries/site.ts'
import { removeDocument, storeDocument } from '../../src/content/read-model.ts'
import { readingFrom } from '../../src/content/reads.ts'
import { build, minute, type Scratch, scratchReadModel } from '../../src/content/testing/builders.ts'
import { openDraftModel } from './draft-model.ts'

type Laid = { kind: Kind; document: unknown }

let scratch: Scratch
let path: string

beforeEach(() => {
  scratch = scratchReadModel()
  path = scratch.path
  const { put } = scratch
  put('column', 'news')
  put('column', 'policies', { kind: 'policy', order: 2 })
  put('column', 'dues', { kind: 'guide', order: 3 })
  put('column', 'hidden', { visible: false, order: 4 })
  for (let n = 1; n <= 12; n += 1) put('article', `n${n}`, { displayDate: minute(n) })
  put('policy', 'old', { displayDate: minute(1) })
  put('representative', 'r')
})
afterEach(() => {
  scratch.database.close()
  rmSync(dirname(path), { recursive: true })
})

/** Everything that the portal shows. */
const everything = (database: DatabaseSync) =>
  readingFrom(database, () => ({
    addresses: [...allAddresses(database)].sort(),
    columns: visibleColumns(),
    settings: [siteSettings(), leadIds()],
    pages: [freePages(), freePageBySlug('privacy'), guideOf('dues')],
    news: [columnFront('news'), newestItems('news', 7), newestPosts('news')],
    archive: [1, 2, 3, 4].map((page) => archivePage('news', page)),
    posts: ['n5', 'n12', 'draft'].map((id) => [
      cardById('article', id),
      documentById('article', id),
      postBySlug('news', id),
    ]),
    beside: ['n5', 'n6', 'draft'].map((id) => {
      const post = postBySlug('news', id)
      return post && neighbours(post)
    }),
    related: [itemsPointingTo('representative', 'r', 5), policyVersions('old')],
    collections: [linkGroups(), topics(), contact()],
  })).then(({ result }) => result)

const cases: Record<string, Laid[]> = {
  'a new post between others': [
    {
      kind: 'article',
      document: build('article', 'draft', { displayDate: '2026-01-01T00:05:30.000Z', representative: 'r' }),
    },
  ],
  'an edited post that moves in its list': [
    { kind: 'article', document: build('article', 'n5', { title: '改', displayDate: minute(30) }) },
  ],
  'a pinned post in a column that is hidden': [
    { kind: 'column', document: build('column', 'hidden', { visible: true, order: 4 }) },
    {
      kind: 'article',
      document: build('article', 'n5', { column: 'hidden', pinnedUntil: '2999-01-01T00:00:00.000Z' }),
    },
  ],
  'a new version of a text': [{ kind: 'policy', document: build('policy', 'new', { replaces: ['old'] }) }],
  'a guide': [{ kind: 'page', document: build('page', 'guide', { column: 'dues' }) }],
  'a free page': [{ kind: 'page', document: build('page', 'privacy') }],
  'a link, contact details and settings': [
    { kind: 'link', document: build('link', 'l') },
    { kind: 'contact', document: build('contact', 'c') },
    { kind: 'site-setting', document: build('site-setting', 's', { leads: ['n3'] }) },
  ],
}

describe('drafts laid over the read model', () => {
  it.each(Object.entries(cases))('read as if they were stored: %s', async (_name, documents) => {
    const before = await everything(scratch.database)
    const over = openDraftModel(path, { documents })
    const shown = await everything(over)
    over.close()
    expect(await everything(scratch.database)).toEqual(before)
    for (const { kind, document } of documents) storeDocument(scratch.database, kind, document)
    expect(shown).toEqual(await everything(scratch.database))
  })

  it('cost the same in a column of any length: no list is sorted to show its beginning', async () => {
    const over = openDraftModel(path, { documents: [{ kind: 'article', document: build('article', 'n5') }] })
    const asked = new Set<string>()
    const prepare = over.prepare.bind(over)
    over.prepare = (sql) => {
      asked.add(sql)
      return prepare(sql)
    }
    await everything(over)
    const lists = [...asked].filter((sql) => /ORDER BY display_date.*LIMIT/s.test(sql))
    expect(lists.length).toBeGreaterThan(4)
    for (const sql of lists) {
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
      expect(
        plan.map(({ detail }) => detail),
        sql,
      ).not.toContain('SCAN documents')
    }
    over.close()
  })

  it('do not hold the publisher up, nor see what it does meanwhile as theirs', () => {
    const over = openDraftModel(path, {
      documents: [{ kind: 'article', document: build('article', 'n5', { title: '改' }) }],
    })
    scratch.database.exec('BEGIN IMMEDIATE')
    removeDocument(scratch.database, 'article', 'n5')
    scratch.database.exec('COMMIT')
    expect(addressOf(over, 'article', 'n5')).toBe('/news/n5/')
    over.close()
    expect(addressOf(scratch.database, 'article', 'n5')).toBeNull()
  })

  it.each([
    ['before there is a read model', () => undefined],
    ['while it is being made', (file: string) => writeFileSync(file, '')],
  ])('stand alone %s', (_name, make) => {
    const file = join(path, '..', 'another.sqlite')
    make(file)
    const documents: Laid[] = [
      { kind: 'column', document: build('column', 'news') },
      { kind: 'article', document: build('article', 'draft') },
    ]
    const over = openDraftModel(file, { documents })
    expect(addressOf(over, 'article', 'draft')).toBe('/news/draft/')
    over.close()
  })

  it('are refused in a shape that no page knows', () => {
    expect(() => openDraftModel(path, { documents: [{ kind: 'article', document: { title: 1 } }] })).toThrow(/title/)
  })
})
