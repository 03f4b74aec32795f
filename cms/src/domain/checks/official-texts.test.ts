/** Numbers of documents and titles of laws, as official texts write them. */
import { describe, expect, it } from 'vitest'
import { checkDocumentNumbers } from './document-numbers'
import type { CheckedKind } from './fields'
import { checkLawTitles, editsBetween, shortTitle } from './law-titles'
import { type Known, nothingKnown, subjectOf } from './subject'
import { compileWording } from './wording'

const today = new Date('2026-11-23T00:00:00Z')
const nothing = nothingKnown(today, compileWording([]))
const know = (more: Partial<Known>): Known => ({ ...nothing, ...more })
const subject = (values: Record<string, unknown>, kind: CheckedKind = 'article') => subjectOf(kind, values, [])

describe('发文字号', () => {
  const inBody = (body: string) =>
    checkDocumentNumbers(subject({ body }), today).map(({ place, suggestion }) => [place?.quote, suggestion])

  it.each([
    ['陕交院党〔2026〕12号', null, null],
    ['陕交院党〔1949〕1号', null, null],
    ['陕交院党〔2027〕1号', null, null],
    ['陕交院党【2026】12号', '【2026】12号', '〔2026〕12号'],
    ['陕交院党\\[2026\\]12号', '\\[2026\\]12号', '〔2026〕12号'],
    ['陕交院党［2026］12号', '［2026］12号', '〔2026〕12号'],
    ['陕交院党(2026)12号', '(2026)12号', '〔2026〕12号'],
    ['陕交院党（2026）12号', '（2026）12号', '〔2026〕12号'],
    ['陕交院党〔2026〕012号', '〔2026〕012号', '〔2026〕12号'],
    ['陕交院党〔2026〕第12号', '〔2026〕第12号', '〔2026〕12号'],
    ['陕交院党〔2026〕12', '〔2026〕12', '〔2026〕12号'],
    ['陕交院党〔26〕12号', '〔26〕12号', '〔2026〕12号'],
    ['陕交院党〔98〕12号', '〔98〕12号', '〔1998〕12号'],
    ['陕交院党〔2026〕 12 号', '〔2026〕 12 号', '〔2026〕12号'],
    ['陕交院党〔２０２６〕１２号', null, null],
    ['陕交院党〔1948〕12号', '〔1948〕12号', null],
    ['陕交院党〔2028〕12号', '〔2028〕12号', null],
    ['陕交院党〔2026〕0号', '〔2026〕0号', null],
    ['根据安排（2026）3月开会', null, null],
    ['根据安排【2026】3月开会', null, null],
    ['详见[2026](https://x.example)12号楼', null, null],
    ['〔2026〕012号', null, null],
  ])('in a text: %s', (body, quote, suggestion) => {
    expect(inBody(body)).toEqual(quote === null ? [] : [[quote, suggestion]])
  })

  it('says every reason at once', () => {
    const [{ message }] = checkDocumentNumbers(subject({ body: '陕交院党【26】第012' }), today)
    expect(message).toContain('年份要用六角括号〔〕，年份要写四位，不写“第”，序号前面不加 0，末尾缺“号”')
  })

  it.each([
    ['', 0],
    ['陕交院党〔2026〕12号', 0],
    ['国务院令第752号', 0],
    ['中华人民共和国主席令第四十五号', 0],
    ['陕交院党12号', 1],
    ['〔2026〕12号', 1],
    ['陕交院党【2026】12号', 1],
    ['陕交院党〔2026〕12号文', 1],
  ])('of a policy: %s', (documentNumber, count) => {
    expect(checkDocumentNumbers(subject({ documentNumber }, 'policy'), today)).toHaveLength(count)
  })
})

describe('titles of laws', () => {
  const policyTitles = [
    '中华人民共和国职业教育法',
    '中国共产党支部工作条例（试行）',
    '中华人民共和国学位条例',
    '残疾人教育条例',
  ]
  const said = (body: string, titles = policyTitles) =>
    checkLawTitles(subject({ body }), know({ policyTitles: titles })).map(({ code, place, suggestion }) => {
      return [code, place?.quote, suggestion]
    })

  it.each([
    ['《中华人民共和国职业教育法》', []],
    ['《职业教育法》', []],
    ['《职业教育法（2022年修订）》', []],
    ['《中国共产党支部工作条例（试行）》', []],
    ['《支部工作条例》', []],
    ['《职业教育法规》', []],
    ['《职业教育发》', []],
    ['《学习的方法》', []],
    ['《桥梁》', []],
    ['《职业技术教育法》', [['LAW_TITLE_NEAR', '职业技术教育法', '职业教育法']]],
    ['《中华人民共和国职业教肓法》', [['LAW_TITLE_NEAR', '中华人民共和国职业教肓法', '中华人民共和国职业教育法']]],
    ['《支部工做条例》', [['LAW_TITLE_NEAR', '支部工做条例', '支部工作条例']]],
    ['《海商法》', [['LAW_TITLE_UNKNOWN', '海商法', null]]],
    ['《海商法》和《海商法》', [['LAW_TITLE_UNKNOWN', '海商法', null]]],
    ['《公文处理办法》', [['LAW_TITLE_UNKNOWN', '公文处理办法', null]]],
  ])('%s', (body, expected) => {
    expect(said(body)).toEqual(expected)
  })

  it('are not held against nothing', () => {
    expect(said('《海商法》', [])).toEqual([])
  })

  it('are compared short', () => {
    expect(shortTitle('中华人民共和国立法法（2023-03-13）')).toBe('立法法')
    expect([editsBetween('abc', 'abc', 2), editsBetween('abc', 'axc', 2), editsBetween('abc', 'abcdef', 2)]).toEqual([
      0, 1, 3,
    ])
    expect(editsBetween('abcd', 'wxyz', 2)).toBe(3)
  })
})
