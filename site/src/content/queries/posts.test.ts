import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { minute, type Scratch, scratchReadModel } from '../testing/builders.ts'
import { archivePage, columnFront, neighbours, newestItems } from './posts.ts'

let scratch: Scratch

const fill = (count: number) => {
  for (let n = 1; n <= count; n += 1)
    scratch.put('article', `a${String(n).padStart(3, '0')}`, { displayDate: minute(n), column: 'news' })
}
const ids = (items: { card: { documentId: string } }[]) => items.map(({ card }) => card.documentId)

beforeEach(() => {
  vi.stubEnv('PORTAL_NOW', '2026-11-23T00:00:00Z')
  scratch = scratchReadModel()
  scratch.put('column', 'news', { pageSize: 5 })
})

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('column front', () => {
  it.each([
    [0, 0, null],
    [1, 1, null],
    [4, 4, null],
    [5, 5, null],
    [6, 5, 1],
    [10, 5, 1],
    [11, 5, 2],
  ])('of %i posts shows %i and goes on at page %s', async (total, shown, olderPage) => {
    fill(total)
    const { result } = await scratch.read(() => columnFront('news'))
    expect(result.newest).toHaveLength(shown)
    expect(result.olderPage).toBe(olderPage)
  })

  it('puts pinned posts first and not twice', async () => {
    fill(7)
    scratch.put('article', 'a002', { displayDate: minute(2), pinnedUntil: '2026-12-01T00:00:00Z' })
    scratch.put('article', 'a003', { displayDate: minute(3), pinnedUntil: '2026-11-01T00:00:00Z' })
    const { result } = await scratch.read(() => columnFront('news'))
    expect(ids(result.pinned)).toEqual(['a002'])
    expect(ids(result.newest)).toEqual(['a007', 'a006', 'a005', 'a004', 'a003'])
  })

  it('breaks ties of the display date by documentId', async () => {
    for (const id of ['c', 'a', 'b']) scratch.put('article', id, { displayDate: minute(1) })
    const { result } = await scratch.read(() => columnFront('news'))
    expect(ids(result.newest)).toEqual(['c', 'b', 'a'])
  })

  it('compares dates of different precision by time', async () => {
    scratch.put('article', 'early', { displayDate: '2026-01-01T00:00:00Z' })
    scratch.put('article', 'late', { displayDate: '2026-01-01T00:00:00.500Z' })
    const { result } = await scratch.read(() => columnFront('news'))
    expect(ids(result.newest)).toEqual(['late', 'early'])
  })
})

describe('archive page', () => {
  it.each([
    [0, 1, 0, false],
    [1, 1, 1, false],
    [4, 1, 4, false],
    [5, 1, 5, true],
    [5, 2, 0, false],
    [6, 2, 1, false],
    [10, 2, 5, true],
    [10, 3, 0, false],
  ])('of %i posts, page %i holds %i', async (total, page, held, full) => {
    fill(total)
    const { result } = await scratch.read(() => archivePage('news', page))
    expect(result?.items).toHaveLength(held)
    expect(result?.full).toBe(full)
  })

  it.each([
    [0, 2],
    [4, 2],
    [5, 3],
    [10, 4],
  ])('of %i posts, page %i does not exist', async (total, page) => {
    fill(total)
    expect((await scratch.read(() => archivePage('news', page))).result).toBeNull()
  })

  it('holds the oldest on page 1, the newest of them first', async () => {
    fill(7)
    expect(ids((await scratch.read(() => archivePage('news', 1))).result?.items ?? [])).toEqual([
      'a005',
      'a004',
      'a003',
      'a002',
      'a001',
    ])
  })
})

describe('posts beside a post', () => {
  it('are the one before and the one after in display order', async () => {
    fill(3)
    const { result } = await scratch.read(() =>
      neighbours({ kind: 'article', documentId: 'a002', column: 'news', displayDate: minute(2) }),
    )
    expect(result.older?.card.documentId).toBe('a001')
    expect(result.newer?.card.documentId).toBe('a003')
  })
})

describe('newest posts', () => {
  it('are limited, pinned ones first', async () => {
    fill(7)
    scratch.put('article', 'a001', { displayDate: minute(1), pinnedUntil: '2026-12-01T00:00:00Z' })
    const { result, reads } = await scratch.read(() => newestItems('news', 3))
    expect(ids(result)).toEqual(['a001', 'a007', 'a006'])
    expect(reads).toEqual(['column:news:newest', 'columns'])
  })

  it('of a hidden column are none', async () => {
    fill(2)
    scratch.put('column', 'news', { visible: false })
    expect((await scratch.read(() => newestItems('news', 3))).result).toEqual([])
  })
})
