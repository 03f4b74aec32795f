import { describe, expect, it } from 'vitest'
import { categoryOf, importKeyOf, readFileName } from './file-name.ts'

const day = (date: string) => ({ precision: 'day', date })
const part = (prefix: string) => ({ precision: 'part', prefix })

describe('a file name', () => {
  it.each([
    ['行政法/教育法(2021-04-29).md', '教育法', day('2021-04-29')],
    ['教育法（2021-04-29）.md', '教育法', day('2021-04-29')],
    ['教育法 (2021年4月29日).md', '教育法', day('2021-04-29')],
    ['教育法(20210429).MD', '教育法', day('2021-04-29')],
    ['教育法[2021.4.9].markdown', '教育法', day('2021-04-09')],
    ['教育法_2021-04-29.md', '教育法', day('2021-04-29')],
    ['宪法修正案（1988年）.md', '宪法修正案', part('1988')],
    ['教育法(2021).md', '教育法', part('2021')],
    ['教育法(2021-4).md', '教育法', part('2021-04')],
    ['宪法.md', '宪法', null],
    ['教师法（试行）.md', '教师法（试行）', null],
    ['教育法(2021-02-30).md', '教育法(2021-02-30)', null],
    ['规定(2021-04-29)(2).md', '规定(2021-04-29)(2)', null],
    ['刑法修正案（十一）(2020-12-26).md', '刑法修正案（十一）', day('2020-12-26')],
    ['（2021-04-29）.md', '', day('2021-04-29')],
  ])('%s', (file, title, date) => {
    expect(readFileName(file)).toEqual({ title, date })
  })

  it('gives the first folder as category', () => {
    expect(categoryOf('行政法/教育法.md')).toBe('行政法')
    expect(categoryOf('地方性法规/陕西/条例.md')).toBe('地方性法规')
    expect(categoryOf('教育法.md')).toBeNull()
  })

  it('gives a key without its extension', () => {
    expect(importKeyOf('行政法/教育法(2021-04-29).md')).toBe('行政法/教育法(2021-04-29)')
  })

  it('gives keys that fit a database string and stay apart', () => {
    const long = `行政法规/${'关于'.repeat(200)}`
    const [one, other] = [importKeyOf(`${long}甲.md`), importKeyOf(`${long}乙.md`)]
    expect(one.length).toBeLessThanOrEqual(240)
    expect(one).not.toBe(other)
    expect(importKeyOf(`${long}甲.md`)).toBe(one)
  })
})
