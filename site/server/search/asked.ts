/** What the address of a result page asks for. What nobody could have meant is left out, as if it were not there. */
import { z } from 'zod'
import type { Asked } from '../../src/search/found.ts'

/** longer ones are cut before anybody looks at them; the refusal counts characters */
const LONGEST_READ = 2000
const MOST_PAGES = 1_000_000

const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.unknown())
const filter = (pattern: RegExp) => first.pipe(z.string().regex(pattern)).optional().catch(undefined)

const schema = z.object({
  q: first.pipe(z.string().transform((text) => text.slice(0, LONGEST_READ))).catch(''),
  module: filter(/^[a-z]{1,20}$/),
  column: filter(/^[\w-]{1,100}$/),
  year: filter(/^\d{4}$/),
  validity: filter(/^(?:effective|amended|repealed)$/),
  sort: first.pipe(z.enum(['rank', 'date'])).catch('rank'),
  page: first.pipe(z.coerce.number().int().min(1).max(MOST_PAGES)).catch(1),
})

/** @param query the parsed query string of a request, whatever is in it */
export function readAsked(query: unknown): Asked {
  const { q, sort, page, ...filters } = schema.parse(query ?? {})
  return { q, sort, page, filters }
}
