import { describe, expect, it } from 'vitest'
import { gramsOf, pairGram } from './grams.ts'

const pair = (text: string, offset: number) => ({ gram: pairGram(text.charCodeAt(0), text.charCodeAt(1)), offset })

describe('a word', () => {
  it.each([
    ['能', [{ gram: '能'.charCodeAt(0), offset: 0 }]],
    ['智能', [pair('智能', 0)]],
    ['工智能', [pair('工智', 0), pair('智能', 1)]],
    ['人工智能', [pair('人工', 0), pair('工智', 1), pair('智能', 2)]],
    ['𠮷', [pair('𠮷', 0)]],
    ['2026年', [pair('20', 0), pair('02', 1), pair('26', 2), pair('6年', 3)]],
    ['\uffff\uffff', [{ gram: 2 ** 32 - 1, offset: 0 }]],
  ])('%s is its pairs, or itself', (word, grams) => expect(gramsOf(word)).toEqual(grams))
})
