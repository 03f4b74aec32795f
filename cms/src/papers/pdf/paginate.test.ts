import { describe, expect, it } from 'vitest'
import type { Band } from './band'
import { paginate } from './paginate'

const row = (height: number, rest: Partial<Band> = {}): Band => ({ kind: 'table', cells: [], height, ...rest }) as Band
const head = row(10, { head: true, keep: true } as Partial<Band>)
const note = (height: number, keep = false): Band => ({ kind: 'text', tag: 'P', cells: [], height, keep })

const heights = (bands: Band[], height: number) =>
  paginate(bands, height).map((page) => page.bands.map((band) => band.height))

describe('bands onto pages', () => {
  it('fills a page to its last point', () => {
    expect(heights([head, row(20), row(20)], 50)).toEqual([[10, 20, 20]])
    expect(heights([head, row(20), row(21)], 50)).toEqual([
      [10, 20],
      [10, 21],
    ])
  })

  it('shows the head again, marked as seen before, above rows alone', () => {
    const [first, second, third] = paginate([head, row(30), row(35), note(40)], 45)
    expect(first.bands.map(({ again }) => again)).toEqual([undefined, undefined])
    expect(second.bands.map(({ again, y }) => [again, y])).toEqual([
      [true, 0],
      [undefined, 10],
    ])
    expect(third.bands.map(({ kind }) => kind)).toEqual(['text'])
  })

  it('never parts what belongs together', () => {
    expect(heights([head, row(20), row(20, { keep: true }), note(5, true), note(5)], 50)).toEqual([
      [10, 20],
      [10, 20, 5, 5],
    ])
  })

  it('parts it all the same where no page could hold it', () => {
    expect(heights([note(30, true), note(30, true), note(30)], 50)).toEqual([[30], [30], [30]])
  })

  it('gives what is higher than a page a page of its own', () => {
    expect(heights([head, row(20), row(90), row(20)], 50)).toEqual([
      [10, 20],
      [10, 90],
      [10, 20],
    ])
  })

  it('gives nothing one empty page', () => {
    expect(paginate([], 50)).toEqual([{ bands: [] }])
  })
})
