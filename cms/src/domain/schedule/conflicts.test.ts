import { expect, it } from 'vitest'
import { findConflicts } from './conflicts'

const start = Date.parse('2026-11-26T01:00:00Z')
const one = (id: string, column: string | null, ms: number) => ({ id, column, at: new Date(start + ms) })

it.each([
  [0, ['a', 'b']],
  [300_000, ['a', 'b']],
  [300_001, []],
])('two in one column %d ms apart', (ms, expected) => {
  expect([...findConflicts([one('b', 'news', ms), one('a', 'news', 0)])].sort()).toEqual(expected)
})

it('knows columns apart, and no column as none', () => {
  expect(findConflicts([one('a', 'news', 0), one('b', 'notices', 0), one('c', null, 0), one('d', null, 0)]).size).toBe(
    0,
  )
})

it('finds each of a chain', () => {
  const chain = [one('a', 'news', 0), one('b', 'news', 200_000), one('c', 'news', 400_000), one('d', 'news', 900_000)]
  expect([...findConflicts(chain)].sort()).toEqual(['a', 'b', 'c'])
})
