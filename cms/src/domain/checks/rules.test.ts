import { describe, expect, it } from 'vitest'
import { checkDocument, findBlocking } from './check-document'
import { checkDocumentNumbers } from './document-numbers'
import type { CheckedKind } from './fields'
import { checkHeadings } from './headings'
import { checkLawTitles, editsBetween, shortTitle } from './law-titles'
import { addressesIn, checkLinks } from './links'
import { checkAlternativeTexts, checkPicturesElsewhere } from './pictures'
import { checkSignatures } from './signatures'
import { type Known, nothingKnown, subjectOf } from './subject'
import { checkSameTitle, checkTitleLength, widthOf } from './titles'
import { compileWording } from './wording'

const today = new Date('2026-11-23T00:00:00Z')
const nothing = nothingKnown(today, compileWording([]))
const know = (more: Partial<Known>): Known => ({ ...nothing, ...more })
const subject = (values: Record<string, unknown>, kind: CheckedKind = 'article') => subjectOf(kind, values, [])

describe('alternative texts', () => {
  const inText = (body: string, alternativeTexts = new Map<string, string>()) =>
    checkAlternativeTexts(subject({ body }), know({ alternativeTexts })).map(({ place }) => place?.quote)

  it.each([
    ['none', '![](/uploads/a.jpg)', true],
    ['blanks', '![  ](/uploads/a.jpg)', true],
    ['the name of the file', '![IMG_2031.jpg](/uploads/a.jpg)', true],
    ['nothing but “picture”', '![图片](/uploads/a.jpg)', true],
    ['what WeChat calls it', '![微信图片_20260301](/uploads/a.jpg)', true],
    ['a text', '![学生在实训](/uploads/a.jpg)', false],
    ['a film', '![](/uploads/a.mp4)', false],
    ['a sound', '![](/uploads/a.mp3)', false],
    ['a picture elsewhere', '![](https://x.example/a.jpg)', false],
  ])('in a text: %s', (_name, body, isFound) => {
    expect(inText(body)).toEqual(isFound ? [body] : [])
  })

  it('may come from the media library', () => {
    expect(inText('![](/uploads/a.jpg)', new Map([['/uploads/a.jpg', '学生在实训']]))).toEqual([])
    expect(inText('![](/uploads/a.jpg)', new Map([['/uploads/a.jpg', ' ']]))).toEqual(['![](/uploads/a.jpg)'])
  })

  it('of a cover block, and name the picture', () => {
    const cover = (alternativeText: string | null) =>
      checkAlternativeTexts(
        subjectOf('article', {}, [{ field: 'cover', label: '封面图', name: 'a.jpg', alternativeText }]),
        nothing,
      )
    expect(cover(null)).toMatchObject([{ code: 'ALTERNATIVE_TEXT', severity: 'block', field: 'cover', place: null }])
    expect(cover(null)[0].message).toContain('“封面图”里的图片“a.jpg”')
    expect(cover('a.JPG')).toHaveLength(1)
    expect(cover('校门')).toEqual([])
  })
})

it('pictures of other hosts are told', () => {
  const of = (body: string) => checkPicturesElsewhere(subject({ body }))
  expect(of('![图](http://x.example/a.jpg)')).toMatchObject([{ code: 'PICTURE_ELSEWHERE', severity: 'warn' }])
  expect(of('![图](//x.example/a.jpg)')).toHaveLength(1)
  expect(of('![图](/uploads/a.jpg)')).toEqual([])
})

describe('headings', () => {
  it.each([
    ['in order', '## 一\n\n### 二\n\n#### 三\n\n## 四', []],
    ['one step back at a time or more', '## 一\n\n### 二\n\n#### 三\n\n### 四\n\n## 五', []],
    ['a first one that is too deep', '### 一', ['HEADING_SKIPS']],
    ['a step that is left out', '## 一\n\n#### 三', ['HEADING_SKIPS']],
    ['one that is deeper than the portal knows', '## 一\n\n### 二\n\n##### 五', []],
    ['# is as ##', '# 一\n\n### 二', []],
    ['an empty one', '##\n\n文', ['HEADING_EMPTY']],
    ['none', '文', []],
  ])('%s', (_name, body, codes) => {
    expect(checkHeadings(subject({ body })).map(({ code }) => code)).toEqual(codes)
  })

  it('say what comes before', () => {
    const [skip] = checkHeadings(subject({ body: '## 一\n\n#### 三' }))
    expect(skip).toMatchObject({ place: { quote: '#### 三', start: 6 }, severity: 'warn' })
    expect(skip.message).toBe('小标题的级别不连续：这里是三级小标题，它前面是一级小标题，不能隔级。')
  })
})

describe('titles', () => {
  it('are as wide as they look', () => {
    expect([widthOf('汉字'), widthOf('ab12'), widthOf('“汉”'), widthOf('𠮷')]).toEqual([2, 2, 3, 1])
  })

  it.each([
    ['汉'.repeat(40), 0],
    ['汉'.repeat(41), 1],
    [`${'汉'.repeat(40)}a`, 1],
    [`${'汉'.repeat(39)}ab`, 0],
    ['', 0],
  ])('may be forty wide: %s', (title, count) => {
    expect(checkTitleLength(subject({ title }))).toHaveLength(count)
  })

  it('of a policy are what they are', () => {
    expect(checkTitleLength(subject({ title: '汉'.repeat(60) }, 'policy'))).toEqual([])
  })

  it('warn when the column has the same one', () => {
    const sameTitle = [{ documentId: 'x', title: '学院召开 “动员会”' }]
    expect(checkSameTitle(subject({ title: '学院召开动员会！' }), know({ sameTitle }))).toMatchObject([
      {
        code: 'TITLE_TWICE',
        severity: 'warn',
        field: 'title',
        message: expect.stringContaining('《学院召开 “动员会”》'),
      },
    ])
    expect(checkSameTitle(subject({ title: '学院召开总结会' }), know({ sameTitle }))).toEqual([])
    expect(checkSameTitle(subject({ title: '' }), know({ sameTitle: [{ documentId: 'x', title: '' }] }))).toEqual([])
    expect(checkSameTitle(subject({ text: '微博' }, 'micropost'), know({ sameTitle }))).toEqual([])
  })
})

it('posts say where they come from and who answers for them', () => {
  const codes = (values: Record<string, unknown>, kind?: CheckedKind) =>
    checkSignatures(subject(values, kind)).map(({ code }) => code)
  expect(codes({})).toEqual(['SOURCE_MISSING', 'EDITOR_MISSING'])
  expect(codes({ source: ' ', responsibleEditor: '孟书言' })).toEqual(['SOURCE_MISSING'])
  expect(codes({ source: '党委宣传部', responsibleEditor: '孟书言' })).toEqual([])
  expect(codes({}, 'page')).toEqual([])
})

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

describe('links', () => {
  const body =
    '[甲](/go/article/a)[乙](/go/article/b)[丙](/go/article/c)[丁]()[戊](#)[己](https://x.example/1)[庚](https://x.example/2)[辛](#s-一)'
  const targets = new Map([
    ['/go/article/a', 'published'],
    ['/go/article/b', 'draft'],
    ['/go/article/c', 'missing'],
  ] as const)
  const links = new Map([
    ['https://x.example/1', 'dead'],
    ['https://x.example/2', 'unknown'],
  ] as const)

  it('that lead nowhere warn, each at its place', () => {
    const findings = checkLinks(subject({ body }), know({ targets, links }))
    expect(findings.map(({ code, severity, place }) => [code, severity, place?.quote])).toEqual([
      ['LINK_TARGET_UNPUBLISHED', 'warn', '[乙](/go/article/b)'],
      ['LINK_TARGET_MISSING', 'warn', '[丙](/go/article/c)'],
      ['LINK_EMPTY', 'warn', '[丁]()'],
      ['LINK_EMPTY', 'warn', '[戊](#)'],
      ['LINK_DEAD', 'warn', '[己](https://x.example/1)'],
    ])
  })

  it('stand in fields, too', () => {
    const reprinted = subject({ reprintUrl: 'https://x.example/1' })
    expect(checkLinks(reprinted, know({ links }))).toMatchObject([{ code: 'LINK_DEAD', field: 'reprintUrl' }])
    expect(addressesIn(reprinted)).toEqual(['https://x.example/1'])
  })
})

describe('all checks', () => {
  const values = {
    title: '通知',
    body: '### 小\n\n计画，11010519491231002X，13812345678\n\n![](/uploads/a.png)',
  }
  const wording = compileWording([{ wrong: '计画', right: '计划', severity: 'block', exceptions: [], note: null }])
  const cover = [{ field: 'cover', label: '封面图', name: 'a.png', alternativeText: null }]

  it('say everything at once, what blocks first, then in the order of the form', () => {
    const findings = checkDocument(subjectOf('article', values, cover), know({ wording }))
    expect(findings.map(({ severity, field, code }) => [severity, field, code])).toEqual([
      ['block', 'body', 'WORDING'],
      ['block', 'body', 'ID_CARD'],
      ['block', 'body', 'ALTERNATIVE_TEXT'],
      ['block', 'cover', 'ALTERNATIVE_TEXT'],
      ['warn', 'body', 'HEADING_SKIPS'],
      ['warn', 'body', 'MOBILE_NUMBER'],
      ['warn', 'source', 'SOURCE_MISSING'],
      ['warn', 'responsibleEditor', 'EDITOR_MISSING'],
    ])
    for (const { message } of findings) expect(message).toMatch(/[。）]$/)
  })

  it('that block are those that stop a publication', () => {
    const blocking = findBlocking(subjectOf('article', values, cover), know({ wording }))
    expect(blocking.map(({ code }) => code)).toEqual(['WORDING', 'ID_CARD', 'ALTERNATIVE_TEXT', 'ALTERNATIVE_TEXT'])
  })

  it('take a usual post in a few milliseconds', () => {
    const body =
      `${'这是一个普通的自然段，写学院的一次会议，有**重点**和[链接](/go/article/a)。'.repeat(4)}\n\n`.repeat(20)
    const check = () => findBlocking(subjectOf('article', { title: '题', body }, []), know({ wording }))
    for (let round = 0; round < 5; round += 1) check()
    const startedAt = performance.now()
    for (let round = 0; round < 5; round += 1) check()
    expect((performance.now() - startedAt) / 5).toBeLessThan(10)
  })
})
