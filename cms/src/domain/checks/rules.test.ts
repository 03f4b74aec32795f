import { describe, expect, it } from 'vitest'
import { checkDocument, findBlocking } from './check-document'
import type { CheckedKind } from './fields'
import { checkHeadings } from './headings'
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
    const times = Array.from({ length: 20 }, () => {
      const startedAt = performance.now()
      check()
      return performance.now() - startedAt
    })
    // the quickest: what else the machine does is not what this costs
    expect(Math.min(...times)).toBeLessThan(10)
  })
})
