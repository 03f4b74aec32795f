import { describe, expect, it } from 'vitest'
import { charactersOf, pairsOf, questionAmongThrees, questionFor, tableOf, threesOf } from './grams.ts'

describe('a text as tokens', () => {
  it('are threes, and what is left at the end of each run', () => {
    expect(threesOf('人工智能 ai\n𠮷')).toBe('人工智 工智能 智能 能 ai i 𠮷')
  })
  it('are its pairs and its characters, each once', () => {
    expect(pairsOf('党的党的 是\n的党')).toBe('党的 的党')
    expect(charactersOf('党的党\n的')).toBe('党 的')
  })
})

describe('a word', () => {
  it.each([
    ['能', 'characters', '"能"', '"能"*'],
    ['智能', 'pairs', '"智能"', '"智能"*'],
    ['𠮷能', 'pairs', '"𠮷能"', '"𠮷能"*'],
    ['工智能', 'threes', '"工智能"', '"工智能"'],
    ['人工智能', 'threes', '"人工智 工智能"', '"人工智 工智能"'],
    ['a"b', 'threes', '"a""b"', '"a""b"'],
  ])('%s is looked up among %s as %s', (word, table, question, amongThrees) => {
    expect([tableOf(word), questionFor(word), questionAmongThrees(word)]).toEqual([table, question, amongThrees])
  })
})
