import { describe, expect, it } from 'vitest'
import type { Json } from '../content/snapshot'
import { compareSnapshots, compareTexts, type Part } from './compare'
import type { FieldFacts } from './fields'
import { compareThree } from './merge'

const dictionary = {
  titles: { a1: '党建要闻', a2: '通知公告' },
  choices: { effective: '现行有效', amended: '已被修改' },
}
const offices: FieldFacts[] = [
  { name: 'name', label: '名称', type: 'text' },
  { name: 'phone', label: '电话', type: 'text' },
]
const fields: FieldFacts[] = [
  { name: 'title', label: '标题', type: 'text' },
  { name: 'body', label: '正文', type: 'markdown' },
  { name: 'column', label: '栏目', type: 'relation' },
  { name: 'attachments', label: '附件', type: 'media' },
  { name: 'visible', label: '在网站显示', type: 'boolean' },
  { name: 'validity', label: '有效性', type: 'choice' },
  { name: 'displayDate', label: '显示日期', type: 'instant' },
  { name: 'adoptedOn', label: '成文日期', type: 'day' },
  { name: 'order', label: '顺序', type: 'number' },
  { name: 'offices', label: '各办公室', type: 'component', fields: offices },
]

const file = (id: number, name: string, content = 'x') => ({ id, name, url: `/uploads/${id}`, content })
const changesOf = (name: string, before: Json, after: Json) =>
  compareSnapshots({ [name]: before }, { [name]: after }, fields, dictionary)
const marked = (parts: Part[]) =>
  parts.map(({ change, text }) => (change === 'same' ? text : `${change === 'added' ? '+' : '-'}[${text}]`)).join('')

describe('words', () => {
  it.each([
    ['学院召开党建会议', '学院召开党建工作会议', '学院召开党建+[工作]会议'],
    ['学院召开会议', '学院召开', '学院召开-[会议]'],
    ['', '新的', '+[新的]'],
    ['同样', '同样', '同样'],
  ])('from %s to %s', (before, after, expected) => {
    expect(marked(compareTexts(before, after))).toBe(expected)
  })

  it('gives both texts back whole, whatever they are', () => {
    const words = ['会议', '学院', '\n', '，', 'A', ' ']
    const random = (seed: number) => Array.from({ length: 60 }, (_, i) => words[(seed * 7 + i * i * seed) % 6]).join('')
    for (let seed = 1; seed < 40; seed += 1) {
      const [before, after] = [random(seed), random(seed + 1)]
      const parts = compareTexts(before, after)
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map(({ text }) => text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }
  })

  it('of two long texts that have nothing in common are found at once', () => {
    const long = (start: number) =>
      Array.from({ length: 30_000 }, (_, i) => String.fromCharCode(0x4e00 + ((start + i * 31) % 9000))).join('')
    const startedAt = performance.now()
    compareTexts(long(0), long(9001 * 5 + 13).replaceAll('一', '\n'))
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})

describe('fields', () => {
  it.each<[string, Json, Json]>([
    ['title', null, ''],
    ['title', '同样', '同样'],
    ['column', 'a1', ['a1']],
    ['attachments', [file(1, '章程.docx')], [file(1, '章程.docx')]],
    ['offices', [{ name: '办公室', phone: null }], [{ name: '办公室', phone: '' }]],
  ])('%s is the same', (name, before, after) => {
    expect(changesOf(name, before, after)).toEqual([])
  })

  it.each<[string, Json, Json, string, string]>([
    ['visible', true, false, '是', '否'],
    ['validity', 'effective', 'amended', '现行有效', '已被修改'],
    ['displayDate', null, '2026-11-26T16:30:00.000Z', '', '2026年11月27日 00:30'],
    ['adoptedOn', '2026-11-26', null, '2026年11月26日', ''],
    ['order', 1, 2, '1', '2'],
  ])('%s is one value for another', (name, before, after, old, current) => {
    expect(changesOf(name, before, after)).toMatchObject([{ name, shape: 'value', before: old, after: current }])
  })

  it('of a body are compared in words, without marks', () => {
    const [body] = changesOf('body', '## 做法\n\n每周检查', '## 做法\n\n每周检查，每日巡查')
    expect(body && 'parts' in body && marked(body.parts)).toBe('〔二级标题〕做法\n\n每周检查+[，每日巡查]')
  })

  it('of lists are compared by what stands in them', () => {
    const [column] = changesOf('column', 'a1', 'a2')
    expect(column).toMatchObject({ shape: 'items', label: '栏目' })
    expect(column && 'parts' in column && marked(column.parts)).toBe('-[党建要闻]+[通知公告]')
    const replaced = changesOf(
      'attachments',
      [file(1, '章程.docx', 'x')],
      [file(1, '章程.docx', 'y'), file(2, '表.xlsx')],
    )
    expect('parts' in replaced[0] && marked(replaced[0].parts)).toBe('-[章程.docx]+[章程.docx]+[表.xlsx]')
  })

  it('name what is gone', () => {
    const [change] = changesOf('column', 'gone', null)
    expect('parts' in change && marked(change.parts)).toBe('-[（已删除的内容）]')
  })

  it('of components are compared as lines of words', () => {
    const [change] = changesOf('offices', [{ name: '组织部', phone: '1' }], [{ name: '组织部', phone: '2' }])
    expect('parts' in change && marked(change.parts)).toBe('名称：组织部；电话：-[1]+[2]')
  })
})

describe('of three', () => {
  const base = { title: '甲', order: 1, visible: true, validity: 'effective' }
  it('says who changed what', () => {
    const mine = { ...base, title: '乙', order: 2, visible: false }
    const theirs = { ...base, title: '丙', visible: false, validity: 'amended' }
    expect(compareThree(base, mine, theirs, fields)).toEqual([
      { name: 'title', label: '标题', side: 'both' },
      { name: 'validity', label: '有效性', side: 'theirs' },
      { name: 'order', label: '顺序', side: 'mine' },
    ])
  })
  it('asks about everything when the beginning is not known', () => {
    expect(compareThree(null, base, { ...base, order: 5 }, fields)).toEqual([
      { name: 'order', label: '顺序', side: 'both' },
    ])
  })
})
