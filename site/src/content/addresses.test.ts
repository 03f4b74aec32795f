import { beforeEach, describe, expect, it } from 'vitest'
import { addressesOf, allAddresses, columnAddresses, fixedAddresses } from './addresses.ts'
import { addressOf } from './document-address.ts'
import { minute, type Scratch, scratchReadModel } from './testing/builders.ts'

let scratch: Scratch

beforeEach(() => {
  scratch = scratchReadModel()
  scratch.put('column', 'news', { slug: 'news', pageSize: 5 })
  scratch.put('column', 'dues', { slug: 'dues', kind: 'guide', module: 'organization' })
  scratch.put('column', 'links', { slug: 'links', kind: 'link', module: 'ideas' })
  scratch.put('column', 'away', { slug: 'away', visible: false })
})

const feedsOf = (page: string) => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${page}${file}`)

const fill = (count: number) => {
  for (let n = 1; n <= count; n += 1) scratch.put('article', `a${n}`, { displayDate: minute(n) })
}

describe('address of a document', () => {
  it.each([
    ['article', 'a1', '/news/a1/'],
    ['page', 'guide', '/dues/'],
    ['page', 'privacy', '/pages/privacy/'],
    ['link', 'l', '/links/'],
    ['column', 'news', '/news/'],
    ['column', 'away', null],
    ['article', 'hidden', null],
    ['article', 'lost', null],
    ['article', 'stray', null],
    ['article', 'nobody', null],
    ['tag', 't', null],
  ] as const)('%s %s → %s', (kind, id, address) => {
    fill(1)
    scratch.put('page', 'guide', { column: 'dues' })
    scratch.put('page', 'privacy')
    scratch.put('link', 'l')
    scratch.put('tag', 't')
    scratch.put('article', 'hidden', { column: 'away' })
    scratch.put('article', 'lost', { column: 'nowhere' })
    scratch.put('article', 'stray', { column: 'dues' })
    expect(addressOf(scratch.database, kind, id)).toBe(address)
  })
})

describe('addresses of a column', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4, 1],
    [5, 2],
    [6, 2],
    [10, 3],
  ])('with %i posts in pages of 5 hold %i archive pages', (posts, archived) => {
    fill(posts)
    expect(columnAddresses(scratch.database, 'news')).toEqual([
      '/news/',
      ...Array.from({ length: archived }, (_, n) => `/news/p/${n + 1}/`),
      ...feedsOf('/news/'),
    ])
  })

  it('of a guide are its front alone, of a hidden column none', () => {
    expect(columnAddresses(scratch.database, 'dues')).toEqual(['/dues/'])
    expect(columnAddresses(scratch.database, 'away')).toEqual([])
    expect(columnAddresses(scratch.database, 'nowhere')).toEqual([])
  })

  it('include its posts when the column itself changes', () => {
    fill(2)
    expect(addressesOf(scratch.database, 'column', 'news')).toEqual([
      '/news/',
      '/news/p/1/',
      ...feedsOf('/news/'),
      '/news/a1/',
      '/news/a2/',
    ])
  })
})

it('all addresses are those of the parts, each once', () => {
  fill(3)
  scratch.put('article', 'twin', { slug: 'a1' })
  scratch.put('article', 'hidden', { column: 'away' })
  scratch.put('page', 'privacy')
  scratch.put('tag', 'study')
  const all = [...allAddresses(scratch.database)]
  expect(all.toSorted()).toEqual(
    [
      ...fixedAddresses,
      ...['/news/', '/news/p/1/', ...feedsOf('/news/'), '/news/a1/', '/news/a2/', '/news/a3/'],
      ...['/dues/', '/links/', '/pages/privacy/', '/tags/study/', ...feedsOf('/tags/study/')],
      ...['/sitemaps/2026-01.xml', '/sitemaps/2026-11.xml'],
    ].toSorted(),
  )
})
