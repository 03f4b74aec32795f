import { describe, expect, it } from 'vitest'
import { inMinutes, Progress, progressLine } from './progress.ts'

describe('the line', () => {
  it.each([
    [0, 447, 0, '导入 0/447（0%）'],
    [60, 447, 1000, '导入 60/447（13%），每秒 60 篇，约剩 6 秒'],
    [3, 447, 2000, '导入 3/447（0%），每秒 1.5 篇，约剩 4 分 56 秒'],
    [447, 447, 8000, '导入 447/447（100%），每秒 56 篇'],
  ])('%i of %i after %i ms', (done, total, elapsed, line) => {
    expect(progressLine('save', done, total, elapsed)).toBe(line)
  })

  it('seconds become minutes', () => {
    expect([0.4, 59, 60, 125].map(inMinutes)).toEqual(['0 秒', '59 秒', '1 分 0 秒', '2 分 5 秒'])
  })
})

function watch(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const progress = new Progress({ isTTY, write: (text) => written.push(text) }, () => now)
  return {
    written,
    at: (ms: number, ...report: Parameters<Progress['report']>) => {
      now = ms
      progress.report(...report)
    },
  }
}

describe('on a terminal', () => {
  it('one line is rewritten, not too often, and ended', () => {
    const { written, at } = watch(true)
    at(0, 'save', 20, 447)
    at(50, 'save', 40, 447)
    at(150, 'save', 60, 447)
    at(9000, 'save', 447, 447)
    expect(written).toHaveLength(2)
    expect(written[0]?.startsWith('\r\u001b[2K导入 60/447')).toBe(true)
    expect(written[0]?.endsWith('\n')).toBe(false)
    expect(written[1]).toMatch(/导入 447\/447.*\n$/)
  })
})

describe('elsewhere', () => {
  it('a line every fifty files or five seconds', () => {
    const { written, at } = watch(false)
    at(0, 'save', 0, 447)
    at(1000, 'save', 20, 447)
    at(1500, 'save', 60, 447)
    at(2000, 'save', 80, 447)
    at(6600, 'save', 81, 447)
    at(9000, 'save', 447, 447)
    expect(written.map((line) => line.split('（')[0])).toEqual(['导入 60/447', '导入 81/447', '导入 447/447'])
    expect(written.every((line) => line.endsWith('\n'))).toBe(true)
  })

  it('nothing about the quick first look', () => {
    const { written, at } = watch(false)
    at(0, 'survey', 1, 447)
    at(900, 'survey', 447, 447)
    expect(written).toEqual([])
  })
})
