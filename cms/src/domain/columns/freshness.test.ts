import { describe, expect, it } from 'vitest'
import { type ColumnAge, daysSince, staleColumns } from './freshness'

const now = new Date('2026-11-26T02:00:00Z')
const column = (changes: Partial<ColumnAge> = {}): ColumnAge => {
  const newestAt = new Date('2026-11-25T02:00:00Z')
  return { documentId: 'c', name: '党建要闻', slug: 'news', kind: 'article', staleAfterDays: 14, newestAt, ...changes }
}

describe('a column', () => {
  it.each([
    ['2026-11-12T02:00:00.001Z', 14, []],
    ['2026-11-12T02:00:00.000Z', 14, [14]],
    ['2026-11-01T00:00:00Z', 14, [25]],
    ['2026-05-27T02:00:00.001Z', 183, []],
    ['2026-05-27T02:00:00.000Z', 183, [183]],
    ['2020-01-01T00:00:00Z', 0, []],
    ['2026-12-01T00:00:00Z', 14, []],
  ])('last served at %s with a limit of %i days', (newest, staleAfterDays, days) => {
    const found = staleColumns([column({ newestAt: new Date(newest), staleAfterDays })], now)
    expect(found.map(({ daysQuiet }) => daysQuiet)).toEqual(days)
  })

  it('without any post is stale, and named first', () => {
    const old = column({ documentId: 'old', newestAt: new Date('2026-01-01T00:00:00Z') })
    const empty = column({ documentId: 'empty', newestAt: null })
    const older = column({ documentId: 'older', newestAt: new Date('2025-01-01T00:00:00Z') })
    expect(staleColumns([old, empty, older], now).map(({ documentId }) => documentId)).toEqual([
      'empty',
      'older',
      'old',
    ])
  })
})

it('days are whole, and never negative', () => {
  expect(daysSince(new Date('2026-11-25T02:00:00.001Z'), now)).toBe(0)
  expect(daysSince(new Date('2026-11-25T02:00:00Z'), now)).toBe(1)
  expect(daysSince(new Date('2027-01-01T00:00:00Z'), now)).toBe(0)
})
