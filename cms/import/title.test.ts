import { describe, expect, it } from 'vitest'
import { cleanTitle, comparableTitle, looksLikeTitle, shortenTitle, shortTitleOf, versionKeyOf } from './title.ts'

describe('titles', () => {
  it.each([
    ['中华人民共和国教育法', '教育法'],
    ['中国人民解放军军官军衔条例', '中国人民解放军军官军衔条例'],
    ['中华人民共和国', '中华人民共和国'],
  ])('%s in short', (title, short) => {
    expect(shortTitleOf(title)).toBe(short)
  })

  it.each([
    ['  中华人民共和国 教育法 ', '中华人民共和国教育法'],
    ['**教育法**', '教育法'],
    ['教育法\u3000（2021 年修正）', '教育法（2021 年修正）'],
    ['实施 UNESCO 公约的规定', '实施 UNESCO 公约的规定'],
    ['关于\\*标记的规定', '关于*标记的规定'],
    ['第一行<br/>第二行', '第一行第二行'],
    ['第一编 总 则', '第一编 总则'],
  ])('%s is cleaned', (raw, title) => {
    expect(cleanTitle(raw)).toBe(title)
  })

  it('compare without spaces, brackets of one kind, 中华人民共和国', () => {
    expect(comparableTitle('中华人民共和国集会 游行示威法')).toBe(comparableTitle('集会游行示威法'))
    expect(comparableTitle('实施《反外国制裁法》的规定')).toBe(
      comparableTitle('实施<中华人民共和国反外国制裁法>的规定'),
    )
  })

  it.each([
    '教育法',
    '中华人民共和国教育法',
    '教育法（2021年修正）',
    '教育法(2021修订)',
    '教育法（2021年4月29日修正本）',
  ])('%s is a version of 教育法', (title) => {
    expect(versionKeyOf(title)).toBe('教育法')
  })

  it('amendments are laws of their own', () => {
    const keys = ['宪法', '宪法修正案（1988年）', '宪法修正案（2018年）', '刑法修正案（十一）', '刑法修正案（十）'].map(
      versionKeyOf,
    )
    expect(new Set(keys).size).toBe(5)
  })

  it('a trial text is not a version of the final one', () => {
    expect(versionKeyOf('教师法（试行）')).not.toBe(versionKeyOf('教师法'))
  })

  it.each([
    ['中华人民共和国教育法', ''],
    ['学生管理暂行办法（试行）', ''],
    ['关于做好考试工作的通知', ''],
    ['随便写的名字', '随便写的名字'],
  ])('%s can be a title', (line, name) => {
    expect(looksLikeTitle(line, name)).toBe(true)
  })

  it.each([
    '这里没有标题，只有正文。',
    '随便写的名字',
    '第一条 本法自公布之日起施行',
    '第一章 总则',
    '',
    '甲：办法',
  ])('“%s” is none', (line) => {
    expect(looksLikeTitle(line, '别的名字')).toBe(false)
  })

  it('are shortened to what the desk takes', () => {
    const title = '关于'.repeat(100)
    expect(shortenTitle(title)).toHaveLength(150)
    expect(shortenTitle(title).endsWith('…')).toBe(true)
    expect(shortenTitle('关于'.repeat(75))).toHaveLength(150)
    expect(shortenTitle('教育法')).toBe('教育法')
  })
})
