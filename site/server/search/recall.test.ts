/** What is found is exactly what a plain scan finds, in real texts. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePolicies } from './testing/sample-policies.ts'
import { openWorld, textsOf, type World } from './testing/world.ts'
import { hasAllWords, readQuestion } from './words.ts'

let world: World
let texts: string[]

beforeAll(() => {
  // some in segments, the last looked through
  world = openWorld({ posts: 7, units: 100_000 })
  world.put('column', 'policies', { kind: 'policy' })
  world.database.exec('BEGIN')
  for (const [n, policy] of samplePolicies().entries())
    world.put('policy', `policy${n}`, {
      ...policy,
      documentNumber: `陕交院党〔${2000 + n}〕${n}号`,
      source: '党委办公室',
    })
  world.database.exec('COMMIT')
  world.settle()
  texts = [...textsOf(world.database).values()]
}, 120_000)
afterAll(() => world.close())

function expectPlainScan(typed: string): void {
  const question = readQuestion(typed)
  if (typeof question === 'string' || question.words.length === 0) return
  const expected = texts.filter((text) => hasAllWords(text, question.words)).length
  expect(world.find(typed).total, JSON.stringify(typed)).toBe(expected)
}

describe('as many as a plain scan finds', () => {
  it('the corpus is there', () => {
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.join('').length).toBeGreaterThan(300_000)
  })

  it.each([
    ...['的', '法', '龘', '一', '9', 'a', '。', '（', '〔'],
    ...['人民', '人工', '12', '第一', '共产', '的的'],
    ...['中华人民共和国', '省、自治区、直辖市人民政府', '全国人民代表大会常务委员会', '不存在的词语'],
    ...['陕交院党〔2026〕26号', '陝交院黨(2026)26號', '陕交院党[2026]２６号', '〔2026〕', '26号'],
    ...['個人信息保護', '數據安全', '國務院 教育 行政部門', '人民 法院', '教育 9999', '法 人 的'],
    ...['2021年6月10日', '第十三届 2021', '1954', '200'],
    ...['党委办公室', 'ＤＡＴＡ', '总则', '总  则'],
    ...[
      '"',
      "'",
      '*',
      '(',
      ')',
      '-',
      '^',
      ':',
      '+',
      '{',
      'AND',
      'OR 法',
      'NOT',
      'NEAR(法 律)',
      '法*',
      '"法律"',
      'text:法',
    ],
    ...['\\', '%', '_', '\u0000法', '法\u0000律', '😀', '𠮷', 'é', 'ß', 'İ', '\ufb01'],
  ])('for %j', expectPlainScan)

  it('for pieces of the texts themselves, one to twelve characters long', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }), (which, at, length) => {
        const text = texts[which % texts.length] ?? ''
        const from = at % text.length
        expectPlainScan(text.slice(from, from + length))
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('for several pieces of one text or of two', () => {
    const piece = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 4 }), fc.boolean(), (pieces, ofOne) => {
        const words = pieces.map(([which, at, length]) => {
          const text = texts[(ofOne ? (pieces[0]?.[0] ?? 0) : which) % texts.length] ?? ''
          return text.slice(at % text.length, (at % text.length) + length)
        })
        expectPlainScan(words.join(' '))
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('for whatever else somebody types', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), expectPlainScan), {
      numRuns: 200,
    })
  }, 60_000)
})
