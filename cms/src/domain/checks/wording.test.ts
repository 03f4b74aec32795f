import { describe, expect, it } from 'vitest'
import { defaultWording } from './default-wording'
import { foldText } from './fold'
import { subjectOf } from './subject'
import { checkWording, compileWording, type WordingEntry } from './wording'

const entry = (wrong: string, right: string | null, more: Partial<WordingEntry> = {}): WordingEntry => ({
  ...{ wrong, right, severity: 'warn', exceptions: [], note: null },
  ...more,
})

const found = (body: string, ...entries: WordingEntry[]) =>
  checkWording(subjectOf('article', { body }, []), compileWording(entries))
const quotes = (body: string, ...entries: WordingEntry[]) => found(body, ...entries).map(({ place }) => place?.quote)

/** What else the machine does meanwhile is not what the work costs. */
function quickestOf(rounds: number, work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  })
  return Math.min(...times)
}

describe('the wording list', () => {
  it('says what is wrong, where, and what is right', () => {
    expect(found('本年度计画如下', entry('计画', '计划', { severity: 'block', note: '常见错字' }))).toEqual([
      {
        ...{ code: 'WORDING', severity: 'block', field: 'body', suggestion: '计划' },
        ...{ place: { quote: '计画', start: 3, end: 5 }, message: '“计画”应为“计划”。（常见错字）' },
      },
    ])
    expect(found('某某词', entry('某某', null))[0]).toMatchObject({
      message: '“某某”请改用别的说法。',
      suggestion: null,
    })
  })

  it('takes the longest match', () => {
    const terms = [entry('积极份子', '积极分子'), entry('入党积极份子', '入党积极分子')]
    expect(quotes('入党积极份子和积极份子', ...terms)).toEqual(['入党积极份子', '积极份子'])
  })

  it('finds every place once', () => {
    expect(quotes('计画计画', entry('计画', '计划'))).toEqual(['计画', '计画'])
    expect(quotes('aaa', entry('aa', 'b'))).toEqual(['aa'])
  })

  it.each([
    ['在例外中间', '设计画面', ['设计画']],
    ['例外更长', '这个设计画面很美', ['计画面']],
  ])('leaves alone a longer correct term: %s', (_name, body, exceptions) => {
    expect(quotes(body, entry('计画', '计划', { exceptions }))).toEqual([])
    expect(quotes(`${body}，计画`, entry('计画', '计划', { exceptions }))).toEqual(['计画'])
  })

  it('leaves alone the right term where it contains the wrong one', () => {
    const terms = [entry('党代会', '党代表大会党代会')]
    expect(quotes('党代表大会党代会', ...terms)).toEqual([])
    expect(quotes('法治建设', entry('法治', '法治建设'))).toEqual([])
  })

  it.each([
    ['全角', 'ＡＢＣ公司', 'ABC公司', 'ＡＢＣ公司'],
    ['大小写', 'Abc公司', 'aBC公司', 'Abc公司'],
    ['汉字之间的空格', '计 画', '计画', '计 画'],
    ['全角空格', '计　　画', '计画', '计　　画'],
    ['不换行空格', '计\u00a0画', '计画', '计\u00a0画'],
    ['软换行', '计\n画', '计画', '计\n画'],
    ['词里的空格', '计画', '计 画', '计画'],
  ])('sees through %s', (_name, body, wrong, quote) => {
    expect(quotes(`前${body}后`, entry(wrong, '对'))).toEqual([quote])
  })

  it('does not join letters across a space, nor words across blocks', () => {
    expect(quotes('to day', entry('today', 'x'))).toEqual([])
    expect(quotes('计\n\n画', entry('计画', '计划'))).toEqual([])
    expect(quotes('- 计\n- 画', entry('计画', '计划'))).toEqual([])
    expect(quotes('| 计 | 画 |\n|---|---|\n| 计 | 画 |', entry('计画', '计划'))).toEqual([])
  })

  it('sees through marks', () => {
    expect(found('这是**计**画。', entry('计画', '计划'))[0].place).toEqual({ quote: '计**画', start: 4, end: 8 })
  })

  it('looks at titles, tables, lists, quotes, footnotes, alternative texts and HTML, not at addresses', () => {
    const body = [
      '## 计画一\n\n> 引文\n> 计画二\n\n- 项\n  - 计画三\n\n| 头 |\n|---|\n| 计画四 |\n\n![计画五](/uploads/a.jpg)',
      '\n\n文[^1]\n\n[^1]: 计画六\n\n<u>计画七</u>\n\n[词](https://x.example/计画)\n\n`计画八`',
    ].join('')
    const places = found(body, entry('计画', '计划')).map(({ place }) =>
      body.slice(place?.start, (place?.end ?? 0) + 1),
    )
    expect(places).toEqual(['计画一', '计画二', '计画三', '计画四', '计画五', '计画六', '计画七', '计画八'])
    expect(
      checkWording(subjectOf('article', { title: '计画' }, []), compileWording([entry('计画', '计划')]))[0],
    ).toMatchObject({
      field: 'title',
    })
  })

  it('ignores empty terms', () => {
    expect(found('文字', entry(' ', '对'))).toEqual([])
    expect(found('文字')).toEqual([])
  })

  it('takes 5,000 terms over 100 KB in less than 50 ms', () => {
    const han = (n: number) => String.fromCharCode(0x4e00 + (n % 3500))
    const terms = Array.from({ length: 5000 }, (_, n) => entry(han(n * 7) + han(n * 13 + 5) + han(n * 29), '对'))
    const wording = compileWording(terms)
    const text = Array.from({ length: 34_000 }, (_, n) => han(n * n + 11)).join('')
    const subject = subjectOf('micropost', { text: `${text}${terms[77].wrong}` }, [])
    expect(checkWording(subject, wording).length).toBeGreaterThan(0)
    expect(quickestOf(10, () => checkWording(subject, wording))).toBeLessThan(50)
  })
})

describe('the shipped list', () => {
  it('has some sixty different terms that warn', () => {
    expect(defaultWording.length).toBeGreaterThan(50)
    expect(new Set(defaultWording.map(({ wrong }) => foldText(wrong))).size).toBe(defaultWording.length)
    for (const { wrong, right, severity, exceptions } of defaultWording) {
      expect([wrong, severity, right !== wrong]).toEqual([wrong, 'warn', true])
      for (const exception of exceptions) expect(exception).toContain(wrong)
    }
  })

  it('finds each of its terms, and none in what is right', () => {
    const wording = compileWording(defaultWording)
    for (const { wrong, right, exceptions } of defaultWording) {
      const at = (body: string) =>
        checkWording(subjectOf('article', { body }, []), wording).map((one) => one.place?.quote)
      expect(at(`我们${wrong}。`)).toEqual([wrong])
      expect(at(`我们${right}。`)).toEqual([])
      for (const exception of exceptions) expect(at(`我们${exception}。`)).toEqual([])
    }
  })
})
