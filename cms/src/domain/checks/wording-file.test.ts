import { describe, expect, it } from 'vitest'
import type { WordingEntry } from './wording'
import { previewWording, rowOfEntry, splitExceptions, wordingHeader } from './wording-file'

const present: WordingEntry[] = [
  { wrong: '计画', right: '计划', severity: 'warn', exceptions: ['设计画'], note: null },
  { wrong: '部暑', right: '部署', severity: 'warn', exceptions: [], note: null },
]
const preview = (...rows: string[][]) => previewWording(rows, present)

describe('a wording file', () => {
  it('is new, changed or unchanged, term by term', () => {
    const result = preview(
      [...wordingHeader],
      ['计画', '计划', '提醒', '设计画', ''],
      ['部暑', '部署', '禁止发布'],
      ['', '', ''],
      ['既使', '即使', '', '既使用、既使得', '连词'],
    )
    expect(result).toMatchObject({
      unchanged: 1,
      problems: [],
      changed: [{ before: present[1], after: { wrong: '部暑', severity: 'block' } }],
      added: [{ wrong: '既使', right: '即使', severity: 'warn', exceptions: ['既使用', '既使得'], note: '连词' }],
    })
    expect(result.entries).toHaveLength(3)
  })

  it.each([
    ['nothing wrong', ['', '计划'], '“错误用语”是空的。'],
    ['one character', ['党', ''], '“党”只有一个字，会误伤正常文字，请写成词语。'],
    ['too long', ['错'.repeat(61), ''], '用语太长，最多 60 个字。'],
    ['right as wrong', ['ＡＢ', 'ab'], '“ＡＢ”的正确用语与它本身相同。'],
    ['no severity', ['错词', '对词', '也许'], '“处理方式”只能写“提醒”或“禁止发布”，这里写的是“也许”。'],
    ['a foreign exception', ['错词', '对词', '', '别的'], '例外“别的”里没有“错词”，不起作用。'],
    ['a long note', ['错词', '对词', '', '', '注'.repeat(201)], '“说明”太长，最多 200 个字。'],
  ])('with %s says so, by row', (_name, row, message) => {
    expect(preview([...wordingHeader], ['好词错', '好词对'], row).problems).toEqual([{ row: 3, message }])
  })

  it('names the row that comes twice', () => {
    expect(preview(['计 画', '计划'], ['计画', '规划']).problems).toEqual([
      { row: 2, message: '“计画”与第 1 行重复。' },
    ])
  })

  it('reads what it writes', () => {
    const rows = [[...wordingHeader], ...present.map(rowOfEntry)]
    expect(previewWording(rows, present)).toMatchObject({ unchanged: 2, added: [], changed: [], problems: [] })
  })

  it('takes exceptions however they are separated', () => {
    expect(splitExceptions(' 甲、乙，丙;丁；\n戊| 己,')).toEqual(['甲', '乙', '丙', '丁', '戊', '己'])
  })
})
