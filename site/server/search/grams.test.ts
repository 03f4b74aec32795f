import { describe, expect, it } from 'vitest'
import { charactersOf, gramsOf, pairsOf } from './grams.ts'

describe('a text as tokens', () => {
  it('are pairs, and the last character of each run alone', () => {
    expect(gramsOf('人工智能 ai\n𠮷')).toBe('人工 工智 智能 能 ai i 𠮷')
  })
  it('are its characters, each once', () => {
    expect(charactersOf('党的党\n的')).toBe('党 的')
  })
  it('is asked for as a phrase of pairs', () => {
    expect(pairsOf('人工智能')).toBe('"人工 工智 智能"')
    expect(pairsOf('a"b')).toBe('"a"" ""b"')
  })
})
