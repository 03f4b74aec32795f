/** What comes first, what can be narrowed, and what readers are shown of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { minute } from '../../src/content/testing/builders.ts'
import { openWorld, plainText, type World } from './testing/world.ts'

let world: World

beforeEach(() => {
  world = openWorld()
  world.put('column', 'news', { name: '要闻', order: 1 })
  world.put('column', 'policies', { kind: 'policy', module: 'dynamics', name: '法规', order: 2 })
  world.put('column', 'dues', { kind: 'guide', module: 'organization', name: '党费缴纳', order: 3 })
})
afterEach(() => world.close())

describe('the order of hits', () => {
  it('is phrase in the title, words in the title, phrase in the text, words anywhere; the newest first', () => {
    world.put('article', '1', { title: '党费的收缴', displayDate: minute(1) })
    world.put('article', '2', { title: '党费收缴通知', displayDate: minute(2) })
    world.put('article', '3', { title: '通知', body: '党费收缴按月进行。', displayDate: minute(3) })
    world.put('article', '4', { title: '公示', body: '收缴党费。', displayDate: minute(4) })
    world.put('article', '5', { title: '党费收缴公示', displayDate: minute(0) })
    world.settle()
    expect(world.titles('党费 收缴')).toEqual(['党费收缴通知', '党费收缴公示', '党费的收缴', '通知', '公示'])
    expect(world.titles('党费 收缴', { sort: 'date' })).toEqual([
      '公示',
      '通知',
      '党费收缴通知',
      '党费的收缴',
      '党费收缴公示',
    ])
  })

  it('is guides first among equals, and what is repealed last', () => {
    world.put('policy', 'old', { title: '党费办法（旧）', validity: 'repealed', displayDate: minute(9) })
    world.put('policy', 'new', { title: '党费办法', displayDate: minute(1) })
    world.put('policy', 'text', { title: '条例', body: '党费', displayDate: minute(9) })
    world.put('page', 'guide', { title: '党费缴纳指南', column: 'dues' })
    world.settle()
    expect(world.titles('党费')).toEqual(['党费缴纳指南', '党费办法', '党费办法（旧）', '条例'])
  })

  it('has a 发文字号 where a title stands', () => {
    world.put('article', 'a', { title: '解读', body: '见陕交院党〔2026〕12号。', displayDate: minute(9) })
    world.put('policy', 'p', { title: '办法', documentNumber: '陕交院党〔2026〕12号', displayDate: minute(1) })
    world.settle()
    expect(world.titles('陕交院党(2026)12号')).toEqual(['办法', '解读'])
    expect(plainText(world.find('2026 12号').hits[0]?.number ?? [])).toBe('陕交院党〔2026〕12号')
  })
})

describe('filters', () => {
  beforeEach(() => {
    for (let n = 0; n < 25; n += 1) world.put('article', `n${n}`, { title: `标记${n}`, displayDate: minute(n) })
    world.put('article', 'eve', { title: '标记元旦', displayDate: '2025-12-31T16:30:00.000Z' })
    world.put('article', 'past', { title: '标记往年', displayDate: '2025-12-31T15:30:00.000Z' })
    world.put('policy', 'old', { title: '标记旧', validity: 'repealed', displayDate: '2020-06-01T00:00:00.000Z' })
    world.put('policy', 'new', { title: '标记新', displayDate: minute(1) })
    world.settle()
  })

  it('narrow, and say how many each would leave', () => {
    const { total, choices } = world.find('标记', { filters: { year: '2026' } })
    expect(total).toBe(27)
    expect(choices).toEqual({
      module: [
        { value: 'portal', name: '要闻公告', count: 26 },
        { value: 'dynamics', name: '党建动态', count: 1 },
      ],
      column: [
        { value: 'news', name: '要闻', count: 26 },
        { value: 'policies', name: '法规', count: 1 },
      ],
      year: [
        { value: '2026', name: '2026 年', count: 27 },
        { value: '2025', name: '2025 年', count: 1 },
        { value: '2020', name: '2020 年', count: 1 },
      ],
      validity: [{ value: 'effective', name: '现行有效', count: 1 }],
    })
    expect(world.titles('标记', { filters: { validity: 'repealed' } })).toEqual(['标记旧'])
    expect(world.find('标记', { filters: { column: 'policies', year: '2026' } }).total).toBe(1)
    expect(world.find('标记', { filters: { module: 'dynamics', column: 'news' } }).total).toBe(0)
  })

  it('keep what is chosen among the choices, though nothing is left', () => {
    const { choices } = world.find('标记', { filters: { column: 'policies', year: '1999' } })
    expect(choices.year).toContainEqual({ value: '1999', name: '1999 年', count: 0 })
    expect(choices.column).toContainEqual({ value: 'policies', name: '法规', count: 0 })
    expect(world.find('标记', { filters: { column: 'nowhere' } }).total).toBe(0)
  })

  it('go by the year in Beijing', () => {
    expect(world.titles('标记', { filters: { year: '2025' } })).toEqual(['标记往年'])
  })

  it('pages are of ten; one beyond the last is the last', () => {
    const pages = [1, 2, 3, 9].map((page) => world.find('标记', { page }))
    expect(pages.map(({ hits }) => hits.length)).toEqual([10, 10, 9, 9])
    expect(pages.map(({ asked }) => asked.page)).toEqual([1, 2, 3, 3])
    expect(new Set(pages.slice(0, 3).flatMap(({ hits }) => hits.map(({ address }) => address))).size).toBe(29)
  })
})
