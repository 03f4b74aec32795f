/**
 * What is asked of every hit before it is shown (where it stands, of which year it is, whether it holds, what comes first), in memory:
 * a word may have a hundred thousand hits, and all of them are counted.
 */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from '../../src/content/reads.ts'

export const VALIDITIES = ['effective', 'amended', 'repealed'] as const
export type Validity = (typeof VALIDITIES)[number]

type Entry = {
  id: number
  place: string
  /** Beijing year; 0 where there is no date */
  year: number
  validity: Validity | null
  date: string
}

export type Ledger = ReturnType<typeof openLedger>

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000
const beijingYear = (date: string) =>
  date === '' ? 0 : new Date(Date.parse(date) + BEIJING_OFFSET_MS).getUTCFullYear()

function entryOf(row: Record<string, unknown>): Entry {
  const date = String(row.date)
  return {
    id: Number(row.id),
    place: String(row.place),
    year: beijingYear(date),
    validity: row.validity as Validity | null,
    date,
  }
}

/** Guides first, what is repealed last, then the newest. */
const standingOf = ({ place, validity }: Entry) => (place.startsWith('guide:') ? 0 : validity === 'repealed' ? 2 : 1)
const byDate = (a: Entry, b: Entry) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1)
const byRank = (a: Entry, b: Entry) => standingOf(a) - standingOf(b) || byDate(a, b)

/** The place of `entry` in what `compare` has sorted. */
function positionOf(sorted: readonly Entry[], entry: Entry, compare: typeof byRank): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] as Entry, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export function openLedger(index: DatabaseSync) {
  const all = statement(index, 'SELECT id, place, date, validity FROM posts').all().map(entryOf)
  const entries = new Map(all.map((entry) => [entry.id, entry]))
  const orders = { rank: all.toSorted(byRank), date: all.toSorted(byDate) }
  const state = { mostId: all.reduce((most, { id }) => Math.max(most, id), 0) }

  function drop(entry: Entry): void {
    orders.rank.splice(positionOf(orders.rank, entry, byRank), 1)
    orders.date.splice(positionOf(orders.date, entry, byDate), 1)
    entries.delete(entry.id)
  }

  function add(entry: Entry): void {
    orders.rank.splice(positionOf(orders.rank, entry, byRank), 0, entry)
    orders.date.splice(positionOf(orders.date, entry, byDate), 0, entry)
    entries.set(entry.id, entry)
    state.mostId = Math.max(state.mostId, entry.id)
  }

  return {
    /** best first */
    byRank: orders.rank as readonly Entry[],
    /** newest first */
    byDate: orders.date as readonly Entry[],
    mostId: () => state.mostId,
    /** The index has another row for this post, or none. */
    reread(id: number): void {
      const before = entries.get(id)
      if (before) drop(before)
      const row = statement(index, 'SELECT id, place, date, validity FROM posts WHERE id = ?').get(id)
      if (row) add(entryOf(row))
    },
  }
}
