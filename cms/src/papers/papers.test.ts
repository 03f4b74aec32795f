import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readCode } from '../../tests/papers/read-code'
import { allTexts, readPdf } from '../../tests/papers/read-pdf'
import { PaperDoesNotAddUp } from './add-up'
import { branchMonth } from './branch-month'
import { passingUp } from './passing-up'
import { drawSheet } from './pdf/draw-sheet'
import { readFaces } from './pdf/faces'
import { type Letters, openLetters } from './pdf/letters'
import { receiptSheet } from './receipt'
import type { Sheet } from './sheet'
import * as samples from './testing/samples'
import { yearDetails } from './year-details'
import { yearPublication } from './year-publication'
import { yearSummary } from './year-summary'

/** drawing and reading take processor time, which other work may want at the same moment */
vi.setConfig({ testTimeout: 30_000 })

let letters: Letters
beforeAll(async () => {
  letters = openLetters(await readFaces(path.resolve(import.meta.dirname, '../../fonts')))
})

const draw = (sheet: Sheet) => drawSheet(sheet, letters)
const read = async (sheet: Sheet) => readPdf(await draw(sheet))

const members = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    samples.branchMonthRow({ name: samples.names[index % samples.names.length] }),
  )

const [A4_SHORT, A4_LONG] = [595.28, 841.89]

describe('the receipt', () => {
  it('says who paid what for which months, in both ways of writing an amount', async () => {
    const texts = allTexts(await read(receiptSheet(samples.receiptOf({ proxy: '李䶮' }))))
    expect(texts).toEqual(
      expect.arrayContaining([
        '党费收据',
        '编号：DF2026-000123',
        '王㛃',
        '李䶮',
        '收款人：陈𬭩',
        '2026年9月',
        '补交党费',
        '34.57',
      ]),
    )
    expect(texts.slice(texts.indexOf('合计')).slice(0, 4)).toEqual([
      '合计',
      '103.71',
      '金额（大写）',
      '人民币壹佰零叁元柒角壹分',
    ])
    expect(texts.join('')).toContain('中共江州职业技术学院信息工程学院第二教工支部委员会')
  })

  it('has a code that a telephone reads, and that says nothing of a person', async () => {
    const receipt = samples.receiptOf()
    const code = await readCode(await draw(receiptSheet(receipt)))
    expect(code).toBe(receipt.verification.address)
    expect(decodeURIComponent(code ?? '')).toMatch(/^[\x21-\x7e]+$/)
  })

  it('says that it counts no longer, and is read all the same', async () => {
    const voided = receiptSheet(samples.receiptOf({ voided: { on: '2026-11-20', reason: '重复交款' } }))
    expect(allTexts(await read(voided))).toEqual(
      expect.arrayContaining(['作废', '本收据已于2026年11月20日作废：重复交款。', '103.71']),
    )
    expect(await readCode(await draw(voided))).toContain('/verify/')
  })

  it('goes on over pages where somebody pays for many months', async () => {
    const lines = Array.from({ length: 60 }, () => ({ month: '2026-01', kind: 'extra' as const, fen: 1 }))
    const { pages } = await read(receiptSheet(samples.receiptOf({ lines, totalFen: 60 })))
    expect(pages).toHaveLength(3)
    expect(pages[2].texts).toEqual(expect.arrayContaining(['所属月份', '人民币陆角整', '第 3 页']))
  })
})

describe('each paper', () => {
  const sheets: [string, Sheet, string][] = [
    ['receipt', receiptSheet(samples.receiptOf()), '党费收据 DF2026-000123'],
    ['branch month', branchMonth(samples.branchMonthOf(members(3))), `${samples.branchName}2026年11月党费收缴月报表`],
    [
      'year details',
      yearDetails(samples.yearDetailsOf([samples.yearDetailsRow()])),
      `${samples.branchName}2026年度党费收缴明细表`,
    ],
    [
      'year summary',
      yearSummary(samples.yearSummaryOf([samples.yearSummaryRow()])),
      '中共江州职业技术学院委员会2026年度党费收缴汇总表',
    ],
    [
      'passing up',
      passingUp(samples.passingUpOf([samples.passingUpRow()])),
      '中共江州职业技术学院委员会2026年第四季度党支部党费上缴计算表',
    ],
    [
      'publication',
      yearPublication(samples.yearPublicationOf()),
      '中共江州职业技术学院委员会2026年度党费收缴、使用和管理情况公示',
    ],
  ]

  it.each(sheets)('%s has a title, a language, A4 pages with numbers, and tags', async (_name, sheet, title) => {
    const { pages, tags, ...rest } = await read(sheet)
    expect(rest).toEqual({ title, language: 'zh-CN' })
    const [width, height] = sheet.landscape ? [A4_LONG, A4_SHORT] : [A4_SHORT, A4_LONG]
    for (const [index, page] of pages.entries()) {
      expect(page.width).toBeCloseTo(width, 1)
      expect(page.height).toBeCloseTo(height, 1)
      expect(page.texts).toEqual(expect.arrayContaining([`第 ${index + 1} 页`, `共 ${pages.length} 页`]))
    }
    expect(tags).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'Table', 'TR', 'TH', 'TD']))
  })

  it.each(sheets)('%s comes out the same, byte for byte', async (_name, sheet) => {
    expect(Buffer.from(await draw(sheet)).equals(Buffer.from(await draw(sheet)))).toBe(true)
  })
})

describe('a long sheet', () => {
  it('shows its head and its name on each page, every row once, and the total with the last rows', async () => {
    const { pages } = await read(branchMonth(samples.branchMonthOf(members(90))))
    expect(pages.length).toBeGreaterThan(3)
    for (const { texts } of pages.slice(1)) {
      expect(texts).toEqual(expect.arrayContaining(['本月应交', `${samples.branchName}2026年11月党费收缴月报表`]))
    }
    const numbers = pages.flatMap(({ texts }) => texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number))
    expect(numbers).toEqual(Array.from({ length: 90 }, (_, index) => index + 1))
    const last = pages[pages.length - 1].texts
    expect(last).toEqual(expect.arrayContaining(['88', '89', '90', '合计', '党支部书记（签字）：']))
  })

  it('says so where nothing is to be shown', async () => {
    const { pages } = await read(branchMonth(samples.branchMonthOf([])))
    expect(pages).toHaveLength(1)
    expect(pages[0].texts).toEqual(expect.arrayContaining(['本期没有记录', '合计', '0.00', '人民币零元整']))
  })
})

describe('names', () => {
  const shownOf = async (name: string) =>
    allTexts(await read(branchMonth(samples.branchMonthOf([samples.branchMonthRow({ name })]))))

  it.each([
    '王㛃',
    '李䶮',
    '陈𬭩',
    '古丽·买买提',
    'Müller Anna',
  ])('%s is printed and can be searched for', async (name) => {
    expect(await shownOf(name)).toContain(name)
  })

  it('name a letter that cannot be drawn by its number', async () => {
    expect((await shownOf('王\u{30729}')).join('')).toContain('王〔U+30729〕')
  })

  it.each(['=1+1', '<b>', '%PDF', 'endobj', '(\\)'])('that are %s are but names', async (name) => {
    expect(await shownOf(name)).toContain(name)
  })

  it('of any length are wrapped, never lost', async () => {
    const name = '阿卜杜热合曼·买买提明·阿卜杜克里木'
    expect((await shownOf(name)).join('')).toContain(name)
  })
})

describe('a paper that does not add up', () => {
  it.each<[string, () => Sheet]>([
    ['receipt', () => receiptSheet(samples.receiptOf({ totalFen: 10_372 }))],
    ['month', () => branchMonth({ ...samples.branchMonthOf(members(2)), ledger: { receivedFen: 6913, largeFen: 0 } })],
    [
      'month, large',
      () => branchMonth({ ...samples.branchMonthOf(members(1)), ledger: { receivedFen: 3457, largeFen: 1 } }),
    ],
    ['year', () => yearDetails({ ...samples.yearDetailsOf([]), ledger: { receivedFen: 1, largeFen: 0 } })],
    ['summary', () => yearSummary({ ...samples.yearSummaryOf([]), ledger: { receivedFen: 0, largeFen: -1 } })],
    ['shares', () => passingUp(samples.passingUpOf([samples.passingUpRow({ keptFen: 59_999 })]))],
    ['publication', () => yearPublication(samples.yearPublicationOf({ balanceFen: 0 }))],
  ])('is not drawn: %s', (_name, make) => {
    expect(make).toThrow(PaperDoesNotAddUp)
  })

  it.each([0.5, Number.NaN, Number.MAX_SAFE_INTEGER])('nor with %s for an amount', (paidFen) => {
    const rows = [samples.branchMonthRow({ paidFen }), samples.branchMonthRow({ paidFen })]
    expect(() => branchMonth({ ...samples.branchMonthOf([]), rows })).toThrow(RangeError)
  })

  it.each([0, -1, Number.NaN])('nor a receipt for %s', (fen) => {
    const lines = [{ month: '2026-11', kind: 'dues' as const, fen }]
    expect(() => receiptSheet(samples.receiptOf({ lines, totalFen: fen }))).toThrow(RangeError)
    expect(() => receiptSheet(samples.receiptOf({ lines: [], totalFen: 0 }))).toThrow(RangeError)
  })

  it('nor on a day that is none', async () => {
    await expect(draw({ ...branchMonth(samples.branchMonthOf([])), drawnOn: '' })).rejects.toThrow(RangeError)
  })

  it.each(['2026-13', '2026-1', '26-01', ''])('nor for the month %j', (month) => {
    expect(() => branchMonth({ ...samples.branchMonthOf([]), month })).toThrow(RangeError)
  })
})
