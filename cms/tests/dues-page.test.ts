/** The calculator's page says the rates in words and tables of its own: each of them is asked of the CMS, at both sides of every limit. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bracketWords,
  choices,
  duesSources,
  examples,
  farmersChoice,
  fixedAmounts,
  rateTables,
} from '../../site/src/presentation/dues/rates.ts'
import { tidyMoney as tidyOnThePage } from '../../site/src/scripts/tidy-money.ts'
import { send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const require = createRequire(import.meta.url)
const compiled = (file: string) => require(path.resolve(import.meta.dirname, '../dist/src/domain/dues', file))
const { categories } = compiled('categories.js') as { categories: string[] }
const { formatMoney, tidyMoney } = compiled('money.js') as {
  formatMoney: (fen: number) => string
  tidyMoney: (typed: string) => string
}
const { nationalTables } = compiled('national-tables.js') as { nationalTables: { sources: string[] }[] }

const FEN_OF_YUAN = 100
const month = '2026-11'
let cms: TestCms
const ask = async (category: string, base: string | null) =>
  (await send(cms, 'POST', '/api/dues/quote', { category, base, month })).body as unknown as Record<string, unknown>

beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

describe('the page', () => {
  it('offers every category once', () => {
    expect(
      choices
        .flatMap(({ items }) => items)
        .map(({ category }) => category)
        .sort(),
    ).toEqual([...categories].sort())
  })

  it('names the article and asks for an amount where the rule needs one', async () => {
    for (const { category, article, label } of choices.flatMap(({ items }) => items)) {
      const answer = await ask(category, label === '' ? null : '1.00')
      expect([category, answer.article, answer.flags]).toEqual([category, article, []])
    }
  })

  it('has the rate of every bracket, to its last fen', async () => {
    for (const { categories: ofTable, brackets } of rateTables)
      for (const category of ofTable)
        for (const [at, { upTo, rate, percent }] of brackets.entries()) {
          const first = at === 0 ? 0 : Number(brackets[at - 1]?.upTo) * FEN_OF_YUAN + 1
          const last = upTo === null ? 999_999_999 : upTo * FEN_OF_YUAN
          for (const fen of [first, last]) {
            const answer = await ask(category, formatMoney(fen))
            expect([category, fen, answer.rate]).toEqual([category, fen, rate])
          }
          expect(percent).toBe(`${Number(rate) * 100}%`)
        }
  })

  it('has the right result of every example', async () => {
    for (const { category, base, due, working } of examples) {
      const answer = await ask(category, base)
      expect([working, answer.due]).toEqual([working, due])
      if (base) expect(working).toBe(`${base}×${Number(answer.rate) * 100}%`)
    }
  })

  it('has the fixed amounts, and what farmers may choose', async () => {
    for (const { categories: ofRow, amount } of fixedAmounts)
      for (const category of ofRow) expect([category, (await ask(category, null)).due]).toEqual([category, amount])
    for (const amount of Object.values(farmersChoice)) expect((await ask('farmer', amount)).due).toBe(amount)
    for (const amount of ['0.19', '1.01']) expect((await ask('farmer', amount)).error).toBeDefined()
  })

  it('names the sources of the newest table', () => {
    expect(nationalTables.at(-1)?.sources).toEqual([...duesSources])
  })

  it('says limits as the regulation does', () => {
    expect(rateTables[0].brackets.map((_, at) => bracketWords(rateTables[0].brackets, at))).toEqual([
      ...['3000元及以下', '3000元以上至5000元', '5000元以上至10000元', '10000元以上'],
    ])
  })

  it.each([
    ...[
      '3456.78',
      '３４５６．７８',
      '3，456。78',
      ' ¥ 3,456.78 元',
      '￥12',
      '003',
      '.5',
      '5.',
      '1,2345',
      '3,45',
      '-5',
      '－5',
    ],
    ...['1e3', '', '元', '三千', '0', '00', '0.00', '1.2.3', '1,234,567.8'],
  ])('tidies “%s” as the rules of the CMS do', (typed) => {
    expect(tidyOnThePage(typed)).toBe(tidyMoney(typed))
  })
})
