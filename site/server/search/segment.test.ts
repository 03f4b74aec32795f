import { describe, expect, it } from 'vitest'
import { pairGram } from './grams.ts'
import { readPositions } from './positions.ts'
import { layOut, postingsOf } from './segment.ts'

const TEXTS = [
  { id: 7, text: '党费\n交党费 是', headLength: 2 },
  { id: 9, text: '党\uffff\uffff', headLength: 1 },
]

describe('a segment', () => {
  it('lays texts end to end, with one unit between them', () => {
    const { ids, starts } = layOut(TEXTS)
    expect([[...ids], [...starts]]).toEqual([
      [7, 9],
      [0, 9, 13],
    ])
  })

  it('has each pair with all its positions, each character with its first in each text, grams rising', () => {
    const into = new Int32Array(100)
    const postings: (readonly [gram: number, positions: number[]])[] = []
    for (const { gram, positions } of postingsOf(TEXTS, layOut(TEXTS), 'all'))
      postings.push([gram, [...into.slice(0, readPositions(positions, 0, into))]])
    expect(postings.map(([gram]) => gram)).toEqual(postings.map(([gram]) => gram).toSorted((a, b) => a - b))
    const of = new Map(postings)
    const character = (one: string) => of.get(one.charCodeAt(0))
    const pair = (two: string) => of.get(pairGram(two.charCodeAt(0), two.charCodeAt(1)))
    expect([character('党'), character('费'), character('是')]).toEqual([[0, 9], [1], [7]])
    expect([pair('党费'), pair('交党'), pair('\uffff\uffff')]).toEqual([[0, 4], [3], [10]])
    expect([pair('费\n'), pair('\n交'), pair('费是'), pair('是党'), character(' ')]).toEqual(Array(5).fill(undefined))
  })

  it('has those of the heads as well', () => {
    const grams = [...postingsOf(TEXTS, layOut(TEXTS), 'head')].map(({ gram }) => gram)
    expect(grams).toEqual(['党'.charCodeAt(0), '费'.charCodeAt(0), pairGram('党'.charCodeAt(0), '费'.charCodeAt(0))])
  })
})
