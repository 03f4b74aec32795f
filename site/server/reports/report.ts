/** What a reader says is wrong on a page: what was typed, and what is wrong with that. */
import { z } from 'zod'

export const fieldNames = ['page', 'problem', 'quote', 'contact'] as const
export type FieldName = (typeof fieldNames)[number]
export type Fields = Record<FieldName, string>
export type Problems = Partial<Record<FieldName, string>>

const LONGEST: Fields extends Record<infer Name extends string, string> ? Record<Name, number> : never = {
  page: 300,
  problem: 1000,
  quote: 500,
  contact: 100,
}

/** Control characters but line feeds and tabs: nobody types them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNTYPED = /[\u0000-\u0008\u000b-\u001f\u007f]/g
const clean = (text: string) => text.replaceAll('\r\n', '\n').replaceAll(UNTYPED, '').trim()
const formSchema = z.record(z.string(), z.string())

/** A field that is missing, or comes several times, counts as empty. */
export function readForm(body: unknown): Fields & { ticket: string; website: string } {
  const { data = {} } = formSchema.safeParse(body)
  const field = (name: string) => clean(data[name] ?? '')
  const [page, problem, quote, contact] = fieldNames.map(field) as [string, string, string, string]
  return { page: pathIn(page), problem, quote, contact, ticket: field('ticket'), website: field('website') }
}

/** People copy whole addresses; what counts is what stands behind the host. */
function pathIn(page: string): string {
  const address = URL.parse(page)
  const path = address && /^https?:$/.test(address.protocol) ? address.pathname : (page.split(/[?#]/, 1)[0] ?? '')
  return path !== '' && !path.endsWith('/') ? `${path}/` : path
}

const lengthOf = (text: string) => [...text].length
const tooLong = (name: FieldName) => `请写得短一些，不超过 ${LONGEST[name]} 个字。`

/** @param isPage whether readers can open this address */
export function checkReport(fields: Fields, isPage: boolean): Problems {
  const problems: Problems = {}
  for (const name of fieldNames) if (lengthOf(fields[name]) > LONGEST[name]) problems[name] = tooLong(name)
  if (!isPage) problems.page = '门户里没有这个网址，请检查；从出错的页面点“报告错误”进来会自动填好。'
  if (fields.problem === '') problems.problem = '请写明哪里不对，编辑才知道改什么。'
  return problems
}
