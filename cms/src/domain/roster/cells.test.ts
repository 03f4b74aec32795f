import { describe, expect, it } from 'vitest'
import {
  type Cell,
  type Read,
  readCategory,
  readDay,
  readIdentity,
  readMail,
  readName,
  readNumber,
  readPhone,
  readStatus,
} from './cells'

const meaning = (read: Read<string>) => ('value' in read ? read.value : null)
const today = new Date('2026-11-27T00:00:00Z')

describe('a day', () => {
  it.each<[Cell, string | null]>([
    ['2026-06-28', '2026-06-28'],
    ['2026/6/28', '2026-06-28'],
    ['2026.6.28', '2026-06-28'],
    ['2026年6月28日', '2026-06-28'],
    ['2026 年 6 月 28 日', '2026-06-28'],
    ['２０２６－０６－２８', '2026-06-28'],
    ['20260628', '2026-06-28'],
    [20260628, '2026-06-28'],
    ['2026-06-28 00:00:00', '2026-06-28'],
    [new Date('2026-06-28T00:00:00Z'), '2026-06-28'],
    // 2026-06-28 as Excel counts days; as a number and as a text
    [46_201, '2026-06-28'],
    ['46201', '2026-06-28'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-06', null],
    ['2026年6月', null],
    ['28/6/2026', null],
    ['1899-12-31', null],
    [2026, null],
    [7305, null],
    [new Date(Number.NaN), null],
    ['去年', null],
    [true, null],
  ])('%o is %o', (cell, day) => expect(meaning(readDay(cell))).toBe(day))
})

describe('a number of the college', () => {
  it.each<[Cell, string | null]>([
    [20260001, '20260001'],
    [' 20260001 ', '20260001'],
    ["'0012", '0012'],
    ['Ｔ００１', 'T001'],
    ['T-1', 'T-1'],
    ['12', null],
    ['a_b', null],
    ['1'.repeat(21), null],
    ['2.026E+10', null],
    ['张三', null],
  ])('%o is %o', (cell, number) => expect(meaning(readNumber(cell))).toBe(number))
})

describe('words', () => {
  it.each<[(cell: Cell) => Read<string>, Cell, string | null]>([
    [readName, '张  三', '张三'],
    [readName, '阿依古丽·买买提', '阿依古丽·买买提'],
    [readName, 'Li Ming', 'Li Ming'],
    [readName, '名'.repeat(51), null],
    [readStatus, '正式党员', 'full'],
    [readStatus, '预 备', 'probationary'],
    [readStatus, '已转出', null],
    [readStatus, '积极分子', null],
    [readStatus, 'constructor', null],
    [readCategory, '月薪制在职党员', 'salaried'],
    [readCategory, '在校学生', 'student'],
    [readCategory, '退休', 'retired'],
    [readCategory, '低保', 'minimum-allowance'],
    [readCategory, '有钱人', null],
    [readPhone, '139 1111 2222', '13911112222'],
    [readPhone, 13911112222, '13911112222'],
    [readPhone, '+86-139-1111-2222', '13911112222'],
    [readPhone, '12911112222', null],
    [readPhone, '1.39E+10', null],
    [readMail, ' a@example.edu.cn ', 'a@example.edu.cn'],
    [readMail, 'a@', null],
  ])('%o of %o is %o', (read, cell, value) => expect(meaning(read(cell))).toBe(value))
})

describe('an identity number', () => {
  it.each<[Cell, string | null]>([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ["'11010519491231002X", '11010519491231002X'],
    ['110105194912310021', null],
    ['110105', null],
  ])('%o is %o', (cell, number) => expect(meaning(readIdentity(cell, today))).toBe(number))

  it('that a table program took for a number has lost its end', () => {
    for (const cell of [110105194912310020, '1.10105E+17']) {
      expect(readIdentity(cell, today)).toMatchObject({ problem: expect.stringContaining('丢失') })
    }
  })
})
