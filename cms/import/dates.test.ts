import { describe, expect, it } from 'vitest'
import { findDates, inChinese, leadingDate, morningOf, toDate } from './dates.ts'

describe('dates as Chinese texts write them', () => {
  it.each([
    ['2021年4月29日', '2021-04-29'],
    ['2021 年 4 月 29 日', '2021-04-29'],
    ['２０２１年４月２９日', '2021-04-29'],
    ['一九八○年一月一日', '1980-01-01'],
    ['一九八〇年十月三十一日', '1980-10-31'],
    ['二零一二年十二月二十日', '2012-12-20'],
    ['一九九九年二月十一日', '1999-02-11'],
  ])('%s', (text, date) => {
    expect(findDates(`自${text}起施行`)).toEqual([{ date, index: 1, length: text.length }])
  })

  it.each(['2021年2月30日', '2021年13月1日', '1899年1月1日', '2021年4月'])('%s is no day', (text) => {
    expect(findDates(text)).toEqual([])
  })

  it('finds all of them', () => {
    expect(findDates('1986年9月5日公布、1994年5月12日修订公布').map(({ date }) => date)).toEqual([
      '1986-09-05',
      '1994-05-12',
    ])
  })

  it.each([
    ['2021年4月29日 第十三届', '2021-04-29', '第十三届'],
    ['2021年4月29日第十三届', '2021-04-29', '第十三届'],
    ['2021-04-29 公布', '2021-04-29', '公布'],
    ['2021.4.9 公布', '2021-04-09', '公布'],
    ['2021年4月29日', '2021-04-29', ''],
  ])('%s starts with a day', (line, date, rest) => {
    expect(leadingDate(line)).toEqual({ date, rest })
  })

  it.each(['根据2021年4月29日', '2021年', '第一条', '2021-04-291'])('%s does not', (line) => {
    expect(leadingDate(line)).toBeNull()
  })

  it('leap days count', () => {
    expect(toDate('2024', '2', '29')).toBe('2024-02-29')
    expect(toDate('2023', '2', '29')).toBeNull()
  })

  it('are written back without zeros, and shown from nine in the morning in Beijing', () => {
    expect(inChinese('2021-04-09')).toBe('2021年4月9日')
    expect(morningOf('2021-04-09')).toBe('2021-04-09T01:00:00.000Z')
  })
})
