import { describe, expect, it } from 'vitest'
import { daysUntil, sumBySection } from './sums'

describe('days', () => {
  it('end today in Beijing', () => {
    expect(daysUntil(new Date('2026-02-28T16:00:00Z'), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysUntil(new Date('2026-02-28T15:59:59Z'), 1)).toEqual(['2026-02-28'])
  })
})

describe('sections', () => {
  it('take everything below them, the most read first', () => {
    const pages = [
      { address: '/', count: 2 },
      { address: '/news/', count: 1 },
      { address: '/news/a/', count: 4 },
      { address: '/policies/p/1/', count: 3 },
    ]
    expect(sumBySection(pages)).toEqual([
      { section: 'news', count: 5 },
      { section: 'policies', count: 3 },
      { section: '', count: 2 },
    ])
    expect(sumBySection([])).toEqual([])
  })
})
