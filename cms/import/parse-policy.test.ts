import { describe, expect, it } from 'vitest'
import { type ParsedPolicy, parsePolicy } from './parse-policy.ts'

const FILE = '行政法/甲法(2021-04-29).md'
const NOTE =
  '1995年3月18日 第八届全国人民代表大会第三次会议通过\n\n2021年4月29日 某次会议《关于修改〈甲法〉的决定》修正'
const BODY = '## 第一章 总 则\n\n第一条 甲。\n\n第二条 本法自1995年9月1日起施行。'
const WHOLE = `# 中华人民共和国甲法\n\n${NOTE}\n\n<!-- INFO END -->\n\n${BODY}\n`

const parse = (text: string, path = FILE) => parsePolicy({ path, text })

function policyOf(text: string, path?: string): ParsedPolicy {
  const result = parse(text, path)
  if (!result.ok) throw new Error(result.problem.text)
  return result.policy
}
const codes = (text: string, path?: string) => policyOf(text, path).decisions.map(({ code }) => code)

describe('a tidy text', () => {
  it('needs no decision', () => {
    expect(policyOf(WHOLE)).toEqual({
      title: '中华人民共和国甲法',
      shortTitle: '甲法',
      versionKey: '甲法',
      category: '行政法',
      versionDate: '2021-04-29',
      history: [
        { date: '1995-03-18', text: '第八届全国人民代表大会第三次会议通过', event: 'adopted' },
        { date: '2021-04-29', text: '某次会议《关于修改〈甲法〉的决定》修正', event: 'amended' },
      ],
      issuer: '全国人民代表大会',
      documentNumber: null,
      adoptedOn: '1995-03-18',
      issuedOn: null,
      effectiveOn: '1995-09-01',
      repeals: [],
      body: '## 第一章 总则\n\n第一条 甲。\n\n第二条 本法自1995年9月1日起施行。\n',
      decisions: [],
    })
  })

  it('is the same with Windows line ends and a byte order mark', () => {
    expect(policyOf(`\ufeff${WHOLE.replaceAll('\n', '\r\n')}`)).toEqual(policyOf(WHOLE))
  })
})

describe('the title', () => {
  it.each([
    ['of an underlined line', `中华人民共和国甲法\n====\n\n${NOTE}\n\n<!-- INFO END -->\n\n${BODY}`, []],
    ['of the first heading', `## 中华人民共和国甲法\n${NOTE}\n${BODY}`, ['title-from-heading', 'info-end-missing']],
    [
      'of the first line, by its ending',
      `中华人民共和国甲法\n${NOTE}\n${BODY}`,
      ['title-from-first-line', 'info-end-missing'],
    ],
    [
      'of the front matter',
      `---\ntitle: "中华人民共和国甲法"\ndate: 2021\n---\n${NOTE}\n${BODY}`,
      ['title-from-front-matter', 'front-matter', 'info-end-missing'],
    ],
    [
      'of the text, in spite of the front matter',
      `---\ntitle: 别的\n---\n# 中华人民共和国甲法\n${NOTE}\n<!-- INFO END -->\n${BODY}`,
      ['front-matter'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(policyOf(text)).toMatchObject({ title: '中华人民共和国甲法', body: policyOf(WHOLE).body })
    expect(policyOf(text).history).toEqual(policyOf(WHOLE).history)
    expect(codes(text)).toEqual(expected)
  })

  it.each([
    ['a text without one', '这里没有标题，只有正文。\n第一条 甲。'],
    ['a first line without sign of being one', '随手写的\n第一条 甲。'],
    ['articles only', '第一条 甲。\n第二条 乙。'],
    ['chapters only', `${BODY}\n## 第二章 乙\n丙。`],
    ['chapters with one #', '# 第一章 总则\n甲。\n# 第二章 附则\n乙。'],
    ['an empty heading', `# \n${BODY}`],
    ['front matter without title', `---\ndate: 2021\n---\n${BODY}`],
  ])('is missing: %s', (_name, text) => {
    expect(parse(text)).toEqual({ ok: false, problem: { code: 'no-title', text: '找不到标题。' } })
  })

  it('of a part may be a numbered one', () => {
    expect(
      policyOf('# 第一编 总则\n<!-- INFO END -->\n## 第一章 基本规定\n第一条 甲。', '民法典/总则编.md').title,
    ).toBe('第一编 总则')
  })

  it('too long for the desk is cut, the whole stands in front of the text', () => {
    const long = `关于${'加强管理'.repeat(50)}的规定`
    const policy = policyOf(`# ${long}\n<!-- INFO END -->\n第一条 甲。`)
    expect(policy.title).toHaveLength(150)
    expect(policy.body).toBe(`${long}\n\n第一条 甲。\n`)
    expect(policy.decisions.map(({ code }) => code)).toContain('title-shortened')
  })

  it('written twice is kept once, in pieces too', () => {
    const pieces = `# 中华人民共和国甲法\n中华人民\n共和国甲法\n${NOTE}\n<!-- INFO END -->\n中华人民共和国 甲法\n${BODY}`
    expect(policyOf(pieces)).toMatchObject({ body: policyOf(WHOLE).body, history: policyOf(WHOLE).history })
    expect(codes(pieces)).toEqual(['title-repeated'])
  })

  it('that the file name does not know is reported', () => {
    expect(codes(WHOLE, '行政法/乙法(2021-04-29).md')).toEqual(['title-differs-from-name'])
    expect(codes(WHOLE.replace('# 中华人民共和国甲法', '# 甲法（2021年修正）'))).toEqual([])
  })
})

describe('the note', () => {
  it('without marker ends where the text begins', () => {
    const text = `# 中华人民共和国甲法\n（${NOTE.replace('\n\n', '\n根据')}）\n${BODY}`
    expect(policyOf(text)).toMatchObject({ history: policyOf(WHOLE).history, body: policyOf(WHOLE).body })
    expect(codes(text)).toEqual(['info-end-missing'])
  })

  it('a marker at the end of the file is no marker', () => {
    expect(policyOf(`# 中华人民共和国甲法\n${NOTE}\n${BODY}\n<!-- INFO END -->`).body).toBe(policyOf(WHOLE).body)
  })

  it('behind the marker is still a note', () => {
    const text = `# 中华人民共和国甲法\n<!-- INFO END -->\n(1995年3月18日第八届全国人民代表大会第三次会议通过)\n${BODY}`
    expect(policyOf(text).history).toEqual([policyOf(WHOLE).history[0]])
    expect(codes(text)).toContain('history-in-body')
  })

  it('a sentence with a date is text', () => {
    const text = `# 中华人民共和国甲法\n${NOTE}\n<!-- INFO END -->\n1993年国务院印发的规定，起到了作用。\n2020年1月1日起，适用本法。`
    expect(policyOf(text).body).toBe('1993年国务院印发的规定，起到了作用。\n\n2020年1月1日起，适用本法。\n')
    expect(codes(text)).toEqual([])
  })

  it('rest of a line that begins with an article is no article', () => {
    const text = `# 中华人民共和国甲法\n1995年3月18日 某次会议《关于修改〈甲法〉第三十条\n第三十一条的决定》修正\n<!-- INFO END -->\n${BODY}`
    expect(policyOf(text).history[0]?.text).toBe('某次会议《关于修改〈甲法〉第三十条、第三十一条的决定》修正')
  })

  it('may be missing', () => {
    expect(codes(`# 中华人民共和国甲法\n<!-- INFO END -->\n${BODY}`)).toEqual(['history-missing'])
  })
})

describe('the date of the version', () => {
  it('is that of the file name', () => {
    expect(policyOf(WHOLE, '行政法/甲法(2022-01-01).md').versionDate).toBe('2022-01-01')
    expect(codes(WHOLE, '行政法/甲法(2022-01-01).md')).toEqual(['date-not-in-history'])
  })

  it.each([
    ['甲法.md', '2021-04-29'],
    ['甲法（1995年）.md', '1995-03-18'],
    ['甲法(1995-03).md', '1995-03-18'],
  ])('%s: else the last of the note that agrees', (name, date) => {
    expect(policyOf(WHOLE, `行政法/${name}`).versionDate).toBe(date)
    expect(codes(WHOLE, `行政法/${name}`)).toEqual(['date-from-history'])
  })

  it('a day of taking effect is none', () => {
    const text = '# 甲法\n2020年1月1日 某次会议通过\n2021年1月1日 施行\n<!-- INFO END -->\n第一条 甲。'
    expect(policyOf(text, '甲法.md').versionDate).toBe('2020-01-01')
  })

  it('may be unknown', () => {
    const text = `# 甲法\n<!-- INFO END -->\n第一条 甲。`
    expect(policyOf(text, '行政法/甲法.md').versionDate).toBeNull()
    expect(codes(text, '行政法/甲法.md')).toEqual(['date-unknown', 'history-missing'])
  })
})

describe('a text', () => {
  it.each([
    ['a title alone', '# 甲法\n'],
    ['title and note', `# 甲法\n${NOTE}\n<!-- INFO END -->\n`],
    ['title and headings', '# 甲法\n## 第一章 总则\n## 第二章 附则\n'],
  ])('without words is refused: %s', (_name, text) => {
    expect(parse(text)).toEqual({ ok: false, problem: { code: 'no-body', text: '只有标题，没有正文。' } })
  })

  it('outside of a folder has no category', () => {
    expect(policyOf(WHOLE, '甲法(2021-04-29).md').category).toBeNull()
    expect(codes(WHOLE, '甲法(2021-04-29).md')).toEqual(['category-unknown'])
  })

  it('loses what nobody sees, and that is said', () => {
    const text = WHOLE.replace('第一条 甲。', '\u200b\n\n第一条 \u0007甲\u00ad。')
    expect(policyOf(text).body).toBe(policyOf(WHOLE).body)
    expect(codes(text)).toEqual(['invisible-removed'])
  })

  it('with characters that were lost before is reported', () => {
    expect(policyOf(WHOLE.replace('甲。', '\ufffd\ue000。')).decisions).toEqual([
      { code: 'odd-characters', text: '有 2 个无法识别的字符，请对照原文核对。' },
    ])
  })

  it('says which day of taking effect it cannot know', () => {
    const text = '# 甲规定\n1988年5月10日 国务院批准\n<!-- INFO END -->\n第一条 本规定自发布之日起施行。'
    expect(policyOf(text, '行政法规/甲规定(1988-05-10).md')).toMatchObject({ effectiveOn: null, issuer: null })
    expect(codes(text, '行政法规/甲规定(1988-05-10).md')).toEqual(['effective-date-unknown'])
  })

  it('of 300 KB takes no time, whatever it is made of', () => {
    const line = `第三条 ${'甲乙丙丁，'.repeat(20)}<关于…>（一）[二] *三* **四** 1~2 “五”。\n\n`
    const text = `${WHOLE}\n${line.repeat(Math.ceil(300_000 / Buffer.byteLength(line)))}`
    const oneLine = `${WHOLE}\n${'（<甲>《乙》**[丙]('.repeat(12_000)}`
    const startedAt = performance.now()
    expect(policyOf(text).body.length).toBeGreaterThan(100_000)
    expect(policyOf(oneLine).body.length).toBeGreaterThan(100_000)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})
