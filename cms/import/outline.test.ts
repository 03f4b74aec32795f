import { describe, expect, it } from 'vitest'
import { type Heading, isSentence, levelsOf, numeralValue, PlainHeadings, readHeading } from './outline.ts'

const headings = (...lines: string[]): Heading[] =>
  lines.map((line) => {
    const marks = /^#+/.exec(line)?.[0].length
    return readHeading(line.replace(/^#+ /, ''), marks ?? null)
  })
const levels = (...lines: string[]) => levelsOf(headings(...lines)).levels

describe('the numbers of chapters', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['三十五', 35],
    ['一百', 100],
    ['一百零一', 101],
    ['一百一十二', 112],
    ['12', 12],
  ])('%s', (text, value) => {
    expect(numeralValue(text)).toBe(value)
  })
})

describe('a heading', () => {
  it.each([
    ['第一章  总 则', '第一章 总则'],
    ['第一章　总　则', '第一章 总则'],
    ['第一章总则', '第一章 总则'],
    ['第二章 车辆  和驾驶人', '第二章 车辆 和驾驶人'],
    ['第三章：附 则', '第三章 附则'],
    ['第一分编 通则', '第一分编 通则'],
    ['第一部分', '第一部分'],
    ['**第一章 总则**', '第一章 总则'],
    ['序　言', '序言'],
    ['一、关于原则', '一、关于原则'],
  ])('%s is written %s', (raw, text) => {
    expect(readHeading(raw, 2).text).toBe(text)
  })

  it.each([
    ['第一条 本法', true],
    ['这是一句话。', true],
    [`${'很长的'.repeat(20)}；句子`, true],
    ['第一章 总则', false],
    ['一、关于重新组建仲裁机构的原则', false],
  ])('%s is a sentence: %s', (text, is) => {
    expect(isSentence(text)).toBe(is)
  })
})

describe('how deep headings stand', () => {
  it.each([
    [
      ['## 第一章', '## 第二章'],
      [2, 2],
    ],
    [
      ['## 第一章', '### 第一节', '### 第二节', '## 第二章'],
      [2, 3, 3, 2],
    ],
    // a level too many, or too few, in the source
    [
      ['### 第一章', '#### 第一节', '### 第二章'],
      [2, 3, 2],
    ],
    [
      ['## 第一章', '## 第一节', '## 第二章'],
      [2, 3, 2],
    ],
    [
      ['# 第一编', '# 第一章', '# 第一节'],
      [2, 3, 4],
    ],
    [
      ['## 第一编', '### 第一分编', '#### 第一章', '##### 第一节'],
      [2, 3, 4, 4],
    ],
    // without any mark
    [
      ['第一章', '第一节', '第二章'],
      [2, 3, 2],
    ],
    // a preamble holds no chapters, an annex belongs to none
    [
      ['## 序言', '### 第一章', '#### 第一节', '### 第二章'],
      [2, 2, 3, 2],
    ],
    [
      ['## 第一章', '### 第一节', '附件一：名单', '附件二：表'],
      [2, 3, 2, 2],
    ],
    [
      ['## 第一编', '### 第一章', '## 附则'],
      [2, 3, 2],
    ],
    // headings without a number keep the source's order
    [
      ['## 一、甲', '### （一）乙', '## 二、丙'],
      [2, 3, 2],
    ],
    [
      ['## 第一章', '### 一、甲', '### 第一节', '#### 一、乙'],
      [2, 3, 3, 4],
    ],
    [
      ['第一部分', '## 十三、甲', '## 十四、乙'],
      [2, 3, 3],
    ],
  ])('%j', (lines, expected) => {
    expect(levels(...lines)).toEqual(expected)
  })

  it('says when it had to flatten', () => {
    expect(levelsOf(headings('## 第一编', '### 第一分编', '#### 第一章', '##### 第一节')).tooDeep).toBe(true)
    expect(levelsOf(headings('## 第一编', '### 第一章', '#### 第一节')).tooDeep).toBe(false)
  })
})

describe('headings without a mark', () => {
  const recognised = (...lines: string[]) => {
    const plain = new PlainHeadings()
    return lines.map((line) => {
      const heading = plain.recognise(line)
      if (heading) plain.see(heading)
      return heading !== null
    })
  }

  it('continue the numbers before them', () => {
    expect(recognised('第一章 总则', '第一节 甲', '第二节 乙', '第二章 丙', '第一节 丁')).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it('a chapter quoted by an amendment is none', () => {
    expect(recognised('第七节 监察委员会', '第三章 甲')).toEqual([false, false])
  })

  it.each([
    '第一章规定的事项',
    '第一章 总则规定的事项，适用本法。',
    '第一节课上的内容是什么',
    '附件三所列全国性法律',
    '附则：',
    '第一条 甲',
  ])('%s is text', (line) => {
    expect(recognised(line)).toEqual([false])
  })

  it.each(['附则', '附件', '附件一：行政长官的产生办法', '附录', '序言'])('%s is a heading', (line) => {
    expect(recognised(line)).toEqual([true])
  })
})
