import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from './cases.json'
import { quote } from './quote'
import { duesRefusals } from './refusals'
import { defaultSettings } from './settings'

const TODAY = '2026-11-27'
const good = { category: 'salaried', base: '3456.78', month: '2026-11' }
const asked = (body: unknown) => quote(body, defaultSettings, TODAY)
const problemsOf = (body: unknown) => {
  const answer = asked(body)
  return 'problems' in answer ? answer.problems.map(({ field, code }) => `${field} ${code}`.trim()) : answer
}

it('is answered with exactly five fields', () => {
  expect(asked(good)).toEqual({ due: '34.57', fen: 3457, rate: '0.01', article: '2', flags: [] })
})

it.each(cases)('$category $base is $due', ({ category, base, due }) => {
  expect(asked({ category, base, month: '2026-11' })).toMatchObject({ due, flags: [] })
})

describe('where no base counts', () => {
  const fixed = { due: '0.20', fen: 20, rate: null, article: '6' }
  it.each([
    [{ category: 'student', month: '2026-11' }, []],
    [{ category: 'relief', base: null, month: '2026-11' }, []],
    [{ category: 'student', base: '500', month: '2026-11' }, ['BASE_NOT_USED']],
    [{ category: 'farmer', month: '2026-11' }, ['AMOUNT_NOT_CHOSEN']],
    [{ category: 'farmer', base: '0.20', month: '2026-11' }, []],
  ])('%j', (body, flags) => {
    expect(asked(body)).toEqual({ ...fixed, flags })
  })

  it.each([
    ['0.2', 20],
    ['1', 100],
    ['0.55', 55],
  ])('a farmer chooses %s', (base, fen) => {
    expect(asked({ ...good, category: 'farmer', base })).toMatchObject({ fen, flags: [] })
  })
})

describe('is refused', () => {
  it.each<[string, unknown, string[]]>([
    ['a list', [good], ['DUES_BODY']],
    ['nothing', undefined, ['DUES_BODY']],
    ['null', null, ['DUES_BODY']],
    ['a text', JSON.stringify(good), ['DUES_BODY']],
    ['an empty body', {}, ['category DUES_CATEGORY', 'month DUES_MONTH']],
    ['more than is asked', { ...good, name: '张三' }, ['DUES_FIELD_UNKNOWN']],
    ['an unknown category', { ...good, category: 'guest' }, ['category DUES_CATEGORY']],
    ['a category of the prototype', { ...good, category: 'toString' }, ['category DUES_CATEGORY']],
    ['a list as category', { ...good, category: ['salaried'] }, ['category DUES_CATEGORY']],
    ['no base', { ...good, base: undefined }, ['base DUES_BASE_EMPTY']],
    ['null as base', { ...good, base: null }, ['base DUES_BASE_EMPTY']],
    ['an empty base', { ...good, base: '' }, ['base DUES_BASE_EMPTY']],
    ['a number as base', { ...good, base: 3456.78 }, ['base DUES_BASE_NOT_TEXT']],
    ['NaN as base', { ...good, base: Number.NaN }, ['base DUES_BASE_NOT_TEXT']],
    ['a list as base', { ...good, base: ['1'] }, ['base DUES_BASE_NOT_TEXT']],
    ['a negative base', { ...good, base: '-1' }, ['base DUES_BASE_NEGATIVE']],
    ['three decimals', { ...good, base: '1.005' }, ['base DUES_BASE_DECIMALS']],
    ['an exponent', { ...good, base: '1e3' }, ['base DUES_BASE_MALFORMED']],
    ['the word NaN', { ...good, base: 'NaN' }, ['base DUES_BASE_MALFORMED']],
    ['10^18', { ...good, base: '1000000000000000000' }, ['base DUES_BASE_TOO_LARGE']],
    ['a bad base of a student', { ...good, category: 'student', base: '-1' }, ['base DUES_BASE_NEGATIVE']],
    ['too little of a farmer', { ...good, category: 'farmer', base: '0.19' }, ['base DUES_CHOSEN_RANGE']],
    ['too much of a farmer', { ...good, category: 'farmer', base: '1.01' }, ['base DUES_CHOSEN_RANGE']],
    ['no month', { ...good, month: undefined }, ['month DUES_MONTH']],
    ['month 13', { ...good, month: '2026-13' }, ['month DUES_MONTH']],
    ['a day', { ...good, month: '2026-11-01' }, ['month DUES_MONTH']],
    ['a number as month', { ...good, month: 202611 }, ['month DUES_MONTH']],
    ['before the first table', { ...good, month: '2008-03' }, ['month DUES_MONTH_RANGE']],
    ['far ahead', { ...good, month: '2028-12' }, ['month DUES_MONTH_RANGE']],
    [
      'everything at once',
      { category: 1, base: '-1', month: '', more: 1 },
      ['category DUES_CATEGORY', 'base DUES_BASE_NEGATIVE', 'month DUES_MONTH', 'DUES_FIELD_UNKNOWN'],
    ],
  ])('%s', (_what, body, problems) => {
    expect(problemsOf(body)).toEqual(problems)
  })

  it.each(['2008-04', '2028-11'])('but %s is answered', (month) => {
    expect(asked({ ...good, month })).toMatchObject({ fen: 3457 })
  })
})

it('whatever comes, the answer is one of the two', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ category: fc.anything(), base: fc.anything(), month: fc.anything() }),
    fc.record({ category: fc.constant('salaried'), base: fc.string(), month: fc.constant('2026-11') }),
  )
  fc.assert(
    fc.property(anything, (body) => {
      const answer = asked(body)
      if ('problems' in answer) {
        expect(answer.problems.length).toBeGreaterThan(0)
        for (const { code } of answer.problems) expect(duesRefusals[code]).toMatch(/。$/)
      } else expect(answer.fen).toBeGreaterThanOrEqual(0)
    }),
  )
})
