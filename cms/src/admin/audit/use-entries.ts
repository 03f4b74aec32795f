/** Rows that were asked for, the newest first, a page at a time. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { Entry, Filter, Names } from './answers'

type Answer = { data: Entry[]; meta: { hasMore: boolean; names: Names } }
export type Entries = { entries: Entry[] | null; names: Names; hasMore: boolean; isLost: boolean }

const NOTHING_YET: Entries = { entries: null, names: {}, hasMore: false, isLost: false }

export function addressOf(path: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `${path}?${new URLSearchParams(given)}`
}

/** @param before only rows with a smaller number */
export function useEntries(filter: Filter, before: number | null): Entries {
  const { get } = useFetchClient()
  const [entries, setEntries] = useState<Entries>(NOTHING_YET)
  const address = addressOf('/admin/audit/entries', { ...filter, before: before ? String(before) : undefined })
  useEffect(() => {
    let isOver = false
    get<Answer>(address)
      .then(({ data: { data, meta } }) => {
        if (!isOver) setEntries({ entries: data, names: meta.names, hasMore: meta.hasMore, isLost: false })
      })
      .catch(() => {
        if (!isOver) setEntries((last) => ({ ...last, isLost: true }))
      })
    return () => {
      isOver = true
    }
  }, [get, address])
  return entries
}
