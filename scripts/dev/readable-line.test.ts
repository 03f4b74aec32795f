import { describe, expect, it } from 'vitest'
import { readableLine } from './readable-line.ts'

describe('a line of a development process', () => {
  it.each([
    [
      '{"level":30,"time":1,"process":"publisher","pages":137,"error":null,"msg":"live"}',
      'info live pages=137 error=null',
    ],
    ['{"level":40,"time":1,"reason":"fetch failed","msg":"trying again"}', 'warn trying again reason=fetch failed'],
    ['{"level":99,"msg":"odd"}', '99 odd'],
    ['{"data": 1}', '{"data": 1}'],
    ['{ not JSON', '{ not JSON'],
    ['22:25:28 [vite] connected.', '22:25:28 [vite] connected.'],
  ])('%s reads %s', (line, readable) => {
    expect(readableLine(line, true)).toBe(readable)
  })

  it('keeps its colours in a terminal alone', () => {
    const line = '\u001b[32minfo\u001b[39m'
    expect(readableLine(line, true)).toBe(line)
    expect(readableLine(line, false)).toBe('info')
  })
})
