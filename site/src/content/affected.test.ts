/** The promise of affected.ts: whatever a query gives differently after a change, one of its keys was named. */
import { describe, expect, it, vi } from 'vitest'
import { allAddresses } from './addresses.ts'
import { affectedBy, affectedKeys } from './affected.ts'
import type { Kind } from './documents.ts'
import { contact, linkGroups, tags, topics } from './queries/collections.ts'
import { cardById, documentById, freePageBySlug, postBySlug, publicAddress } from './queries/documents.ts'
import { gatheredItems, gatheredPosts, gatheringBySlug } from './queries/gatherings.ts'
import { archivePage, columnFront, neighbours, newestItems, newestPosts } from './queries/posts.ts'
import { guideOf, itemsPointingTo, policyVersions, relatedTo } from './queries/related.ts'
import { columnById, freePages, greyNow, leadIds, siteSettings, visibleColumns } from './queries/site.ts'
import { monthsOfSitemap, pieceOfMonth } from './queries/sitemap.ts'
import { removeDocument } from './read-model.ts'
import { minute, type Scratch, scratchReadModel } from './testing/builders.ts'

vi.stubEnv('PORTAL_NOW', '2026-11-23T00:00:00Z')
const MINUTES_OF_JANUARY = 31 * 24 * 60
const columns = ['news', 'policies', 'guide']
const articleIds = Array.from({ length: 24 }, (_, n) => `a${n}`)
const policyIds = Array.from({ length: 8 }, (_, n) => `p${n}`)
const pageIds = ['g1', 'g2', 'g3']

/** Mulberry32: the same changes at every run. */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** As pages do: a hidden column has none. */
const shown = <T>(columnId: string, query: () => T): T | null => (columnById(columnId) ? query() : null)

const detail = (columnId: string, slug: string) => {
  const post = postBySlug(columnId, slug)
  // its page is rendered whenever it changes, and may name the instant
  return (
    post && [
      { ...post, updatedAt: null },
      neighbours(post),
      relatedTo(post, 3),
      post.kind === 'policy' ? policyVersions(post.documentId) : null,
    ]
  )
}

const pages: [string, () => unknown][] = [
  ['columns', visibleColumns],
  ['settings', siteSettings],
  ['leads', leadIds],
  ['mourning', greyNow],
  ['free pages', freePages],
  ['links', linkGroups],
  ['topics', topics],
  ['contact', contact],
  ['tags', tags],
  ...['t1', 't2'].flatMap((id): [string, () => unknown][] => [
    [`posts of ${id}`, () => gatheredPosts({ gathering: 'tag', documentId: id })],
    [`cards of ${id}`, () => gatheredItems({ gathering: 'tag', documentId: id })],
    [`tag at ${id}`, () => gatheringBySlug('tag', id)],
  ]),
  ['sitemap', monthsOfSitemap],
  ...['2026-01', '2026-02'].map((month): [string, () => unknown] => [month, () => pieceOfMonth(month, 1)]),
  ...columns.flatMap((id): [string, () => unknown][] => [
    [`front of ${id}`, () => shown(id, () => columnFront(id))],
    [`newest of ${id}`, () => shown(id, () => newestItems(id, 4))],
    [`feed of ${id}`, () => shown(id, () => newestPosts(id))],
    [`guide of ${id}`, () => shown(id, () => guideOf(id))],
    [`column ${id}`, () => shown(id, () => documentById('column', id))],
    ...[1, 2, 3, 4, 5, 6].map((n): [string, () => unknown] => [
      `page ${n} of ${id}`,
      () => shown(id, () => archivePage(id, n)),
    ]),
  ]),
  ...[...articleIds, ...policyIds, 'x'].flatMap((slug): [string, () => unknown][] =>
    columns.map((id) => [`detail ${id}/${slug}`, () => shown(id, () => detail(id, slug))]),
  ),
  ...articleIds.flatMap((id): [string, () => unknown][] => [
    [`card ${id}`, () => cardById('article', id)],
    [`address ${id}`, () => publicAddress('article', id)],
  ]),
  ...pageIds.flatMap((id): [string, () => unknown][] => [
    [`page ${id}`, () => freePageBySlug(id)],
    [`address ${id}`, () => publicAddress('page', id)],
  ]),
  ['of representative r1', () => itemsPointingTo('representative', 'r1', 5)],
]

const readAll = async (scratch: Scratch) => {
  const seen = new Map<string, { result: string; reads: string[] }>()
  for (const [name, query] of pages) {
    const { result, reads } = await scratch.read(query)
    seen.set(name, { result: JSON.stringify(result), reads })
  }
  return seen
}

const randomChange = (
  scratch: Scratch,
  random: (below: number) => number,
): { kind: Kind; id: string; apply: () => void } => {
  const pick = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const removing = random(4) === 0
  const remove = (kind: Kind, id: string) => ({ kind, id, apply: () => removeDocument(scratch.database, kind, id) })
  const roll = random(20)
  if (roll < 11) {
    const id = pick(articleIds)
    if (removing) return remove('article', id)
    const changes = {
      slug: random(12) === 0 ? 'x' : id,
      column: random(8) === 0 ? 'policies' : 'news',
      displayDate: minute(random(5) === 0 ? random(30) + random(2) * MINUTES_OF_JANUARY : articleIds.indexOf(id)),
      pinnedUntil: random(6) === 0 ? '2026-12-31T00:00:00Z' : null,
      title: `标题 ${['桥梁检测', '桥梁病害检测', '廉洁'][random(3)]}`,
      body: `正文 ${random(3)}`,
      representative: random(3) === 0 ? 'r1' : null,
      tags: ['t1', 't2'].filter(() => random(2) === 0),
      updatedAt: minute(random(4)),
    }
    return { kind: 'article', id, apply: () => scratch.put('article', id, changes) }
  }
  if (roll < 15) {
    const id = pick(policyIds)
    if (removing) return remove('policy', id)
    const changes = {
      displayDate: minute(policyIds.indexOf(id)),
      replaces: random(2) === 0 ? [pick(policyIds)] : [],
    }
    return { kind: 'policy', id, apply: () => scratch.put('policy', id, changes) }
  }
  if (roll < 17) {
    const id = pick(pageIds)
    if (removing) return remove('page', id)
    const changes = { column: pick([null, 'guide']), title: `指南 ${random(3)}`, body: `正文 ${random(3)}` }
    return { kind: 'page', id, apply: () => scratch.put('page', id, changes) }
  }
  if (roll < 18 && random(2) === 0) {
    const id = pick(['t1', 't2'])
    if (removing) return remove('tag', id)
    return { kind: 'tag', id, apply: () => scratch.put('tag', id, { slug: pick(['t1', 't2']), name: `${random(3)}` }) }
  }
  if (roll < 18) {
    const id = pick(['l1', 'l2'])
    return removing
      ? remove('link', id)
      : { kind: 'link', id, apply: () => scratch.put('link', id, { order: random(3) }) }
  }
  if (roll < 19) {
    const changes = {
      ...{ leads: [pick(articleIds)], phone: `${random(2)}`, greyScope: pick(['wholeSite', 'homePage'] as const) },
      ...{ greyFrom: '2026-11-22T00:00:00Z', greyUntil: pick(['2026-11-22T12:00:00Z', '2026-11-24T00:00:00Z']) },
    }
    return { kind: 'site-setting', id: 's', apply: () => scratch.put('site-setting', 's', changes) }
  }
  const id = pick(columns)
  if (removing) return remove('column', id)
  const changes = {
    kind: id === 'guide' ? ('guide' as const) : ('article' as const),
    visible: random(3) > 0,
    pageSize: pick([5, 6]),
    intro: pick([null, '简介']),
    order: random(3),
  }
  return { kind: 'column', id, apply: () => scratch.put('column', id, changes) }
}

describe('affected keys', () => {
  it.each([1, 2, 3])('name every query whose answer a change alters (seed %i)', async (seed) => {
    const random = randomFrom(seed)
    const scratch = scratchReadModel()
    for (const id of columns) scratch.put('column', id, { kind: id === 'guide' ? 'guide' : 'article' })
    for (const [n, id] of articleIds.entries()) scratch.put('article', id, { displayDate: minute(n) })
    let seen = await readAll(scratch)
    for (let step = 0; step < 120; step += 1) {
      const { kind, id, apply } = randomChange(scratch, random)
      const before = affectedBy(scratch.database, kind, id)
      apply()
      const touched = affectedKeys(before, affectedBy(scratch.database, kind, id))
      const after = await readAll(scratch)
      for (const [name, { result, reads }] of seen) {
        if (after.get(name)?.result === result) continue
        expect(
          reads.some((key) => touched.has(key)),
          `step ${step}: ${kind} ${id} altered "${name}"`,
        ).toBe(true)
      }
      seen = after
    }
  }, 60_000)

  const inNews = () => {
    const scratch = scratchReadModel()
    scratch.put('column', 'news', { pageSize: 5 })
    for (const [n, id] of articleIds.entries()) scratch.put('article', id, { displayDate: minute(n) })
    return scratch
  }
  const change = (scratch: Scratch, id: string, apply: () => void) => {
    const before = affectedBy(scratch.database, 'article', id)
    apply()
    return [...affectedKeys(before, affectedBy(scratch.database, 'article', id))].sort()
  }

  it('of a new post are its own, the front, the feeds, the last page and the post before it', () => {
    const scratch = inNews()
    expect(change(scratch, 'new', () => scratch.put('article', 'new', { displayDate: minute(99) }))).toEqual([
      'address:article:new',
      'card:article:new',
      'claims:news:new',
      'column:news:feed',
      'column:news:front',
      'column:news:newest',
      'column:news:page:5',
      'column:news:page:6',
      'doc:article:new',
      'neighbours:article:a23',
      'neighbours:article:new',
      'sitemap',
      'sitemap:2026-01',
      'slug:news:new',
    ])
  })

  it('of a change of the body leave every list alone, and the feed unless it holds the post', () => {
    const scratch = inNews()
    const changeBody = (id: string, n: number) =>
      change(scratch, id, () => scratch.put('article', id, { displayDate: minute(n), body: '新' }))
    expect(changeBody('a3', 3)).toEqual(['doc:article:a3', 'slug:news:a3'])
    expect(changeBody('a23', 23)).toEqual(['column:news:feed', 'doc:article:a23', 'slug:news:a23'])
  })

  it('of a change of the title hold one archive page', () => {
    const scratch = inNews()
    const touched = change(scratch, 'a7', () => scratch.put('article', 'a7', { displayDate: minute(7), title: '新' }))
    expect(touched.filter((key) => key.includes(':page:'))).toEqual(['column:news:page:2'])
  })

  it('of a removed post hold its archive page and all later ones', () => {
    const scratch = inNews()
    const touched = change(scratch, 'a12', () => removeDocument(scratch.database, 'article', 'a12'))
    expect(touched.filter((key) => key.includes(':page:'))).toEqual([3, 4, 5].map((n) => `column:news:page:${n}`))
  })

  it('of an old post that comes hold the front, which counts, but not what shows the newest', () => {
    const scratch = inNews()
    for (let n = 0; n < 20; n += 1) scratch.put('article', `b${n}`, { displayDate: minute(100 + n) })
    const touched = change(scratch, 'old', () => scratch.put('article', 'old', { displayDate: minute(4.5) }))
    expect(touched.filter((key) => /^column:news:[a-z]+$/.test(key))).toEqual(['column:news:front'])
  })

  it('of a post that moves within its column hold the archive pages between, not those after', () => {
    const scratch = inNews()
    const touched = change(scratch, 'a7', () => scratch.put('article', 'a7', { displayDate: minute(17.5) }))
    expect(touched.filter((key) => key.includes(':page:'))).toEqual([2, 3, 4].map((n) => `column:news:page:${n}`))
  })

  it('of a publication that changes nothing are of those who name the day of the last change', () => {
    const scratch = inNews()
    const again = { displayDate: minute(3), updatedAt: '2026-11-05T00:00:00Z' }
    expect(change(scratch, 'a3', () => scratch.put('article', 'a3', again))).toEqual(['sitemap', 'sitemap:2026-01'])
    const same = () => scratch.put('article', 'a3', { ...again, publishedAt: '2026-11-06T00:00:00Z' })
    expect(change(scratch, 'a3', same)).toEqual([])
  })
})

describe('all addresses', () => {
  it('of an empty portal are the fixed ones', () => {
    expect([...allAddresses(scratchReadModel().database)]).toEqual([
      ...['/', '/dynamics/', '/vanguard/', '/organization/', '/ideas/'].flatMap((page) => [
        page,
        ...['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${page}${file}`),
      ]),
      ...[
        '/pages/',
        '/search/',
        '/mourning.css',
        '/feeds/',
        '/feeds.opml',
        '/llms.txt',
        '/robots.txt',
        '/sitemap.xml',
        '/sitemaps/pages.xml',
      ],
      '/404/',
      '/styleguide/',
      '/calculator/',
      ...['/saved/', '/offline/', '/notifications/', '/install/', '/share/', '/manifest.webmanifest', '/sw.js'],
      '/report/',
      '/report/thanks/',
      ...['/member/', '/member/login/', '/member/activate/', '/member/reset/'],
    ])
  })
})
