/** Lists in the Content Manager: an enumeration shows its Chinese name, a time takes one short line. */
import { InputRenderer } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import { enumerations } from './texts/enumerations'

type Row = Record<string, unknown>
type Header = { name: string; attribute?: { type: string }; cellFormatter?: (row: Row, header: Header) => ReactNode }
type Columns = { displayedHeaders: Header[]; layout: unknown }
type Filter = { name: string; type: string; input?: unknown }
type Filters = { displayedFilters: Filter[]; layout: unknown }

/** As in the cells that Strapi draws. */
const TABLE_TEXT = { fontSize: '1.4rem' }

const shortTime = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })
const shortDate = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeZone: 'UTC' })

const TEXT_OF: Record<string, (value: string) => string> = {
  enumeration: (value) => enumerations[value] ?? value,
  datetime: (value) => shortTime.format(new Date(value)),
  date: (value) => shortDate.format(new Date(value)),
}

function cellOf(textOf: (value: string) => string) {
  return (row: Row, { name }: Header) => {
    const value = row[name]
    return <span style={TABLE_TEXT}>{typeof value === 'string' ? textOf(value) : '-'}</span>
  }
}

export function formatColumns({ displayedHeaders, layout }: Columns): Columns {
  return {
    layout,
    displayedHeaders: displayedHeaders.map((header) => {
      const type = header.attribute?.type ?? ''
      return type in TEXT_OF ? { cellFormatter: cellOf(TEXT_OF[type]), ...header } : header
    }),
  }
}

/** A chosen filter shows the option's name only where the filter brings its own input: give it the ordinary one. */
export function nameChosenFilters({ displayedFilters, layout }: Filters): Filters {
  return {
    layout,
    displayedFilters: displayedFilters.map((filter) =>
      filter.type === 'enumeration' ? { input: InputRenderer, ...filter } : filter,
    ),
  }
}
