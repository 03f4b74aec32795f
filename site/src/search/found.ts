/** What the search page shows; the portal's server finds it (site/server/search). */
import type { DocumentOf } from '../content/documents.ts'
import { paths } from '../content/paths.ts'

/** of a question; longer ones are refused */
export const MOST_CHARACTERS = 100

export const HITS_A_PAGE = 10

export type Fragment = { text: string; isHit: boolean }

export type Hit = {
  address: string
  title: Fragment[]
  /** where it stands: 政策法规 */
  place: string
  /** 发文字号 */
  number: Fragment[]
  excerpt: Fragment[]
  /** UTC instant, null where it has none */
  date: string | null
  validity: DocumentOf<'policy'>['validity'] | null
}

/** One way to narrow the hits, and how many would be left. */
export type Choice = { value: string; name: string; count: number }

export const filterNames = ['module', 'column', 'year', 'validity'] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Partial<Record<FilterName, string>>

/** What the address of a result page says. */
export type Asked = { q: string; filters: Filters; sort: 'rank' | 'date'; page: number }

export type Found = {
  asked: Asked
  total: number
  hits: Hit[]
  pages: number
  choices: Record<FilterName, Choice[]>
}

/** A refusal, said in the page. */
export type Problem = { code: string; message: string }

export type SearchPage = { asked: Asked; found: Found | null; problem: Problem | null }

/** The address of the same search with something else; another filter or order begins at the first page. */
export const searchAddress = (asked: Asked, changes: Partial<Asked> = {}): string => {
  const { q, filters, sort, page } = { ...asked, page: 1, ...changes }
  const parameters = new URLSearchParams({ q })
  for (const name of filterNames) {
    const value = filters[name]
    if (value) parameters.set(name, value)
  }
  if (sort === 'date') parameters.set('sort', sort)
  if (page > 1) parameters.set('page', String(page))
  return `${paths.search}?${parameters}`
}
