import type { ColumnEntry } from '../content/navigation.ts'
import { modules, paths } from '../content/paths.ts'

interface Crumb {
  name: string
  href?: string
}

/** From the home page to a column; `further` stands below it. */
export const trailTo = (column: ColumnEntry, ...further: string[]): Crumb[] => [
  ...(column.module === 'portal' ? [] : [{ name: modules[column.module].name, href: paths.module(column.module) }]),
  { name: column.name, href: paths.column(column.slug) },
  ...further.map((name) => ({ name })),
]
