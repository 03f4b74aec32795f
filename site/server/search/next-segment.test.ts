import { describe, expect, it } from 'vitest'
import { nextSegment } from './next-segment.ts'
import { MOST_UNITS } from './segment.ts'

const text = (id: number, length = 9) => ({ id, text: '字'.repeat(length), headLength: 0 })
const idsOf = (texts: ReturnType<typeof nextSegment>) => texts?.map(({ id }) => id)

describe('fresh posts', () => {
  it('wait until there are enough of them', () => {
    expect(nextSegment([], { posts: 2, units: 100 })).toBeNull()
    expect(nextSegment([text(1)], { posts: 2, units: 100 })).toBeNull()
    expect(idsOf(nextSegment([text(2), text(1), text(3)], { posts: 2, units: 100 }))).toEqual([1, 2])
  })
  it('or until they are long enough, with what parts them', () => {
    expect(nextSegment([text(1), text(2, 8)], { posts: 9, units: 20 })).toBeNull()
    expect(idsOf(nextSegment([text(1), text(2), text(3)], { posts: 9, units: 20 }))).toEqual([1, 2])
  })
  it('leave aside what does not fit', () => {
    const size = { posts: 2, units: MOST_UNITS }
    expect(idsOf(nextSegment([text(1, MOST_UNITS), text(2), text(3)], size))).toEqual([2, 3])
    expect(idsOf(nextSegment([text(1, MOST_UNITS - 1)], size))).toEqual([1])
    expect(idsOf(nextSegment([text(1), text(2, MOST_UNITS - 10), text(3)], size))).toEqual([1, 3])
  })
})
