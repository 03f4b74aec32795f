/** Lists in the Content Manager: an enumeration shows its Chinese name instead of the stored value, a time takes one short line. */
import { InputRenderer } from '@strapi/strapi/admin'
import { enumerations } from './texts/enumerations'

type Row = Record<string, unknown>
type Header = { name: string; attribute?: { type: string }; cellFormatter?: (row: Row, header: Header) => string }
type Columns = { displayedHeaders: Header[]; layout: unknown }
type Filter = { name: string; type: string; input?: unknown }
type Filters = { displayedFilters: Filter[]; layout: unknown }

const EMPTY = '-'
const shortTime = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })
const shortDate = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeZone: 'UTC' })

function showName(row: Row, { name }: Header): string {
  const value = row[name]
  return typeof value === 'string' ? (enumerations[value] ?? value) : EMPTY
}

function showWith(format: Intl.DateTimeFormat) {
  return (row: Row, { name }: Header): string => {
    const value = row[name]
    return typeof value === 'string' ? format.format(new Date(value)) : EMPTY
  }
}

const FORMATTERS = new Map([
  ['enumeration', showName],
  ['datetime', showWith(shortTime)],
  ['date', showWith(shortDate)],
])

export function formatColumns({ displayedHeaders, layout }: Columns): Columns {
  return {
    layout,
    displayedHeaders: displayedHeaders.map((header) => {
      const cellFormatter = FORMATTERS.get(header.attribute?.type ?? '')
      return cellFormatter ? { cellFormatter, ...header } : header
    }),
  }
}

/** A chosen filter shows the option's label only where the filter brings its own input: give it the ordinary one. */
export function nameChosenFilters({ displayedFilters, layout }: Filters): Filters {
  return {
    layout,
    displayedFilters: displayedFilters.map((filter) =>
      filter.type === 'enumeration' ? { input: InputRenderer, ...filter } : filter,
    ),
  }
}
