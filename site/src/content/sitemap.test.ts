import { beforeEach, describe, expect, it } from 'vitest'
import { removeDocument } from './read-model.ts'
import { addressesOfMonth, pieceNamed, postsOfMonth, sitemapMonths } from './sitemap.ts'
import { takeChange } from './take-change.ts'
import { build, minute, type Scratch, scratchReadModel } from './testing/builders.ts'

let scratch: Scratch
beforeEach(() => {
  scratch = scratchReadModel()
  scratch.put('column', 'news')
  scratch.put('column', 'away', { visible: false })
})

describe('the sitemap', () => {
  it('has a part for each month in which readers can see something', () => {
    scratch.put('article', 'a', { displayDate: '2026-01-05T00:00:00Z', updatedAt: '2026-03-01T00:00:00Z' })
    scratch.put('article', 'b', { displayDate: '2026-01-06T00:00:00Z', updatedAt: '2026-02-01T00:00:00Z' })
    scratch.put('article', 'hidden', { displayDate: '2026-02-06T00:00:00Z', column: 'away' })
    expect(sitemapMonths(scratch.database)).toEqual([
      { month: '2026-01', updatedAt: '2026-03-01T00:00:00.000Z', pieces: 1 },
    ])
    expect(postsOfMonth(scratch.database, '2026-01').map(({ slug }) => slug)).toEqual(['a', 'b'])
    expect(addressesOfMonth(scratch.database, '2026-02')).toEqual([])
    removeDocument(scratch.database, 'article', 'a')
    removeDocument(scratch.database, 'article', 'b')
    expect(sitemapMonths(scratch.database)).toEqual([])
  })

  it('names a page once, whoever claims its address', () => {
    scratch.put('article', 'a')
    scratch.put('article', 'twin', { slug: 'a' })
    expect(postsOfMonth(scratch.database, '2026-11')).toHaveLength(1)
  })

  it('goes on in further pieces where a month is full', { timeout: 30_000 }, () => {
    scratch.database.exec('BEGIN')
    for (let n = 0; n < 10_001; n += 1) scratch.put('micropost', `m${n}`, { column: 'news', displayDate: minute(1) })
    scratch.database.exec('COMMIT')
    expect(addressesOfMonth(scratch.database, '2026-01')).toEqual(['/sitemaps/2026-01.xml', '/sitemaps/2026-01-2.xml'])
  })

  it('has a new part with the first post of a month, and loses it with the last', () => {
    const document = build('article', 'a', { displayDate: '2026-04-05T00:00:00Z' })
    const came = takeChange(scratch.database, { kind: 'article', documentId: 'a', document })
    expect(came.addresses).toContain('/sitemaps/2026-04.xml')
    expect([...came.keys]).toEqual(expect.arrayContaining(['sitemap', 'sitemap:2026-04']))
    const went = takeChange(scratch.database, { kind: 'article', documentId: 'a', document: null })
    expect(went.addresses).toContain('/sitemaps/2026-04.xml')
  })
})

describe('the name of a part', () => {
  it.each([
    ['2026-11', { month: '2026-11', piece: 1 }],
    ['2026-11-2', { month: '2026-11', piece: 2 }],
    ['2026-11-10', { month: '2026-11', piece: 10 }],
    ['2026-11-1', null],
    ['2026-11-0', null],
    ['pages', null],
    ['2026', null],
  ])('%s', (name, expected) => {
    expect(pieceNamed(name)).toEqual(expected)
  })
})
