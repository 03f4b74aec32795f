import { beforeEach, describe, expect, it } from 'vitest'
import { allAddresses } from './addresses.ts'
import { columnOnceAt, freePageRedirect, postRedirect } from './redirects.ts'
import { minute, type Scratch, scratchReadModel } from './testing/builders.ts'

let scratch: Scratch

const left = (n: number, slug: string, column: string | null = 'news') => ({ column, slug, leftAt: minute(n) })
const from = (section: string, slug: string) => postRedirect(scratch.database, section, slug)
const exists = (address: string) => new Set(allAddresses(scratch.database)).has(address)

beforeEach(() => {
  scratch = scratchReadModel()
  scratch.put('column', 'news')
  scratch.put('column', 'notices')
})

describe('an address that a post has left', () => {
  it.each([
    ['by another slug', { slug: 'now' }, '/news/now/'],
    ['for another column', { column: 'notices', slug: 'old' }, '/notices/old/'],
    [
      'twice',
      { column: 'notices', slug: 'now', formerAddresses: [left(1, 'old'), left(2, 'between')] },
      '/notices/now/',
    ],
  ])('%s leads to where it stands', (_how, changes, target) => {
    scratch.put('article', 'a', { formerAddresses: [left(1, 'old')], ...changes })
    expect(from('news', 'old')).toBe(target)
    expect(exists('/news/old/')).toBe(true)
  })

  it('leads nowhere when the post has no page', () => {
    scratch.put('column', 'notices', { visible: false })
    scratch.put('article', 'a', { column: 'notices', formerAddresses: [left(1, 'old')] })
    expect(from('news', 'old')).toBeNull()
    expect(exists('/news/old/')).toBe(false)
  })

  it('still leads on when the column it left is hidden', () => {
    scratch.put('column', 'news', { visible: false })
    scratch.put('article', 'a', { column: 'notices', formerAddresses: [left(1, 'old')] })
    expect(from('news', 'old')).toBe('/notices/a/')
  })

  it('belongs to the last of two to leave', () => {
    scratch.put('article', 'a', { formerAddresses: [left(1, 'old')] })
    scratch.put('article', 'b', { formerAddresses: [left(2, 'old')] })
    expect(from('news', 'old')).toBe('/news/b/')
    scratch.put('article', 'a', { formerAddresses: [left(2, 'old')] })
    expect(from('news', 'old')).toBe('/news/a/')
  })

  it('of a document that is gone is free', () => {
    scratch.put('article', 'a', { formerAddresses: [left(1, 'old')] })
    scratch.database.exec('DELETE FROM documents')
    expect(scratch.database.prepare('SELECT count(*) AS n FROM former_addresses').get()?.n).toBe(0)
  })
})

describe('a renamed column', () => {
  beforeEach(() => {
    scratch.put('column', 'news', { slug: 'new', formerSlugs: [{ slug: 'old', leftAt: minute(5) }] })
    for (let n = 1; n <= 6; n += 1) scratch.put('article', `a${n}`, { displayDate: minute(n) })
  })

  it('takes everything below it along', () => {
    scratch.put('article', 'a1', { formerAddresses: [left(1, 'first')] })
    expect(columnOnceAt(scratch.database, 'old')?.slug).toBe('new')
    expect(from('old', 'a2')).toBe('/new/a2/')
    expect(from('old', 'first')).toBe('/new/a1/')
    expect(from('new', 'first')).toBe('/new/a1/')
    const below = [...allAddresses(scratch.database)].filter((address) => address.startsWith('/old/'))
    expect(below.toSorted()).toEqual(
      [
        '/old/',
        '/old/first/',
        '/old/p/1/',
        '/old/p/2/',
        ...['/old/rss.xml', '/old/atom.xml', '/old/feed.json'],
        ...[1, 2, 3, 4, 5, 6].map((n) => `/old/a${n}/`),
      ].toSorted(),
    )
  })

  it('gives way to a column that takes its slug, post by post', () => {
    scratch.put('column', 'next', { slug: 'old' })
    scratch.put('article', 'b', { column: 'next', slug: 'a2' })
    expect(columnOnceAt(scratch.database, 'old')).toBeNull()
    expect(from('old', 'a1')).toBe('/new/a1/')
    scratch.put('article', 'b', { column: 'next', slug: 'b', formerAddresses: [left(9, 'a1', 'next')] })
    expect(from('old', 'a1')).toBe('/old/b/')
  })

  it('leads to the last column that left the slug and can be seen', () => {
    scratch.put('column', 'notices', { formerSlugs: [{ slug: 'old', leftAt: minute(6) }] })
    expect(columnOnceAt(scratch.database, 'old')?.slug).toBe('notices')
    scratch.put('column', 'notices', { visible: false, formerSlugs: [{ slug: 'old', leftAt: minute(6) }] })
    expect(columnOnceAt(scratch.database, 'old')?.slug).toBe('new')
  })
})

it('a free page leads on when it is renamed or becomes a guide', () => {
  scratch.put('column', 'dues', { kind: 'guide' })
  scratch.put('page', 'p', { slug: 'now', formerAddresses: [left(1, 'old', null)] })
  expect(freePageRedirect(scratch.database, 'old')).toBe('/pages/now/')
  scratch.put('page', 'p', { column: 'dues', formerAddresses: [left(1, 'old', null)] })
  expect(freePageRedirect(scratch.database, 'old')).toBe('/dues/')
  expect(exists('/pages/old/')).toBe(true)
})
