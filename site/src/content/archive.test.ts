import { describe, expect, it } from 'vitest'
import { archiveOffset, archivePageOf, lastArchivePage } from './archive.ts'

describe('archive pages count from the oldest post', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4, 1],
    [5, 2],
    [6, 2],
    [9, 2],
    [10, 3],
    [100_000, 20_001],
  ])('%i posts in pages of 5 have %i pages', (total, last) => {
    expect(lastArchivePage(total, 5)).toBe(last)
  })

  it.each([
    [1, 1],
    [5, 1],
    [6, 2],
    [10, 2],
    [11, 3],
  ])('post number %i stands on page %i', (ordinal, page) => {
    expect(archivePageOf(ordinal, 5)).toBe(page)
  })

  it('a page starts where the one before it ends', () => {
    expect([1, 2, 3].map((page) => archiveOffset(page, 5))).toEqual([0, 5, 10])
  })
})
