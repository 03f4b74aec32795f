import { describe, expect, it } from 'vitest'
import { breakLines, MAX_LINES } from './break-lines'

/** a face whose letters are all one wide */
const measure = (text: string) => Array.from(text).length

describe('a text in lines', () => {
  it.each([
    ['张伟', 2, ['张伟']],
    ['', 4, ['']],
    ['阿卜杜热合曼·买买提明', 6, ['阿卜杜热合曼', '·买买提明']],
    ['春节走访，慰问', 4, ['春节走', '访，慰问']],
    ['共（三）人', 3, ['共', '（三）', '人']],
    ['交 1,234.50 元', 9, ['交', '1,234.50', '元']],
    ['第 123456789 号', 4, ['第 12', '3456', '789', '号']],
    ['𬭩𬭩𬭩', 2, ['𬭩𬭩', '𬭩']],
  ])('%s in %i', (text, width, lines) => {
    expect(breakLines(text, width, measure)).toEqual(lines)
  })

  it('loses no letter, however narrow', () => {
    const text = '中共江州职业技术学院信息工程学院'
    for (let width = 2; width < 20; width += 1) {
      const lines = breakLines(text, width, measure)
      expect(lines.join('')).toBe(text)
      expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(width)
    }
  })

  it('ends where a cell would fill the page, and says so', () => {
    const lines = breakLines('党'.repeat(10_000), 2, measure)
    expect(lines).toHaveLength(MAX_LINES)
    expect(lines.at(-1)).toBe('……')
  })
})
