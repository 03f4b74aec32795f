import { expect, it } from 'vitest'
import { countWords } from './count-words'

it.each([
  ['', 0],
  ['  \n ', 0],
  ['党课', 2],
  ['党课，讲了。', 6],
  ['see you', 2],
  ['2026年11月', 4],
  ['用 TipTap 3.32 写', 4],
])('%j has %d', (text, count) => expect(countWords(text)).toBe(count))
