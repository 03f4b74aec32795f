import { describe, expect, it } from 'vitest'
import type { Band } from './band'
import { keepTheEnd } from './lay-out'

const bands = (...heights: number[]): Band[] => heights.map((height) => ({ kind: 'table', cells: [], height }))
const keptOf = (all: Band[]) => all.map(({ keep }) => keep === true)

describe('the end of a table', () => {
  it('is the last three rows and what closes it', () => {
    expect(keptOf(keepTheEnd(bands(10, 10, 10, 10, 10, 10), 2, 200))).toEqual([false, true, true, true, true, true])
  })

  it('has fewer rows where these are high, down to none', () => {
    expect(keptOf(keepTheEnd(bands(10, 60, 60, 10), 1, 200))).toEqual([false, false, true, true])
    expect(keptOf(keepTheEnd(bands(10, 150, 10), 1, 200))).toEqual([false, false, true])
  })

  it('is all of a short one', () => {
    expect(keptOf(keepTheEnd(bands(10, 10), 1, 200))).toEqual([true, true])
  })
})
