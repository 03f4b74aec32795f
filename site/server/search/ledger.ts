/**
 * What is asked of every hit before it is shown (where it stands, of which year it is, whether it holds, what comes first), in memory
 * and in flat arrays by id: a word may have a hundred thousand hits, and all of them are counted.
 */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from '../../src/content/reads.ts'

/** by their number; 0 is none */
export const VALIDITIES = [null, 'effective', 'amended', 'repealed'] as const
export type Validity = NonNullable<(typeof VALIDITIES)[number]>

type Row = { id: number; place: string; date: string; validity: Validity | null }
export type Ledger = ReturnType<typeof openLedger>

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000
const FIRST_SIZE = 4096
const LAST_YEAR = 9999

/** 0 where there is no date */
const beijingYear = (date: string) =>
  date === '' ? 0 : Math.min(new Date(Date.parse(date) + BEIJING_OFFSET_MS).getUTCFullYear(), LAST_YEAR)

/** Guides first, what is repealed last. */
const standingOf = ({ place, validity }: Row) => (place.startsWith('guide:') ? 0 : validity === 'repealed' ? 2 : 1)

/** Posts in one order, kept by binary search: `keys` compare as text. */
function createOrder() {
  const ids: number[] = []
  const keys: string[] = []

  function positionOf(key: string): number {
    let [low, high] = [0, keys.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    ids: ids as readonly number[],
    fill(rows: readonly { id: number; key: string }[]): void {
      for (const { id, key } of rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
        ids.push(id)
        keys.push(key)
      }
    },
    add(id: number, key: string): void {
      const at = positionOf(key)
      ids.splice(at, 0, id)
      keys.splice(at, 0, key)
    },
    drop(key: string): void {
      const at = positionOf(key)
      ids.splice(at, 1)
      keys.splice(at, 1)
    },
  }
}

const NEWEST = 8_640_000_000_000_000
const DIGITS = 16
const numbered = (value: number) => String(NEWEST - value).padStart(DIGITS, '0')
const dateKey = ({ date, id }: Row) => `${numbered(date === '' ? 0 : Date.parse(date))} ${numbered(id)}`
const rankKey = (row: Row) => `${standingOf(row)} ${dateKey(row)}`

const rowOf = (row: Record<string, unknown>): Row => ({
  id: Number(row.id),
  place: String(row.place),
  date: String(row.date),
  validity: row.validity as Validity | null,
})

const longer = <T extends Uint8Array | Uint16Array>(array: T, created: T): T => {
  created.set(array)
  return created
}

export function openLedger(index: DatabaseSync) {
  const select = 'SELECT id, place, date, validity FROM posts'
  const places: string[] = []
  const slots = new Map<string, number>()
  const known = new Map<number, Row>()
  const orders = { rank: createOrder(), date: createOrder() }
  const flat = {
    place: new Uint16Array(FIRST_SIZE),
    year: new Uint16Array(FIRST_SIZE),
    validity: new Uint8Array(FIRST_SIZE),
  }
  let mostId = 0

  function slotOf(place: string): number {
    const slot = slots.get(place) ?? places.length
    if (slot === places.length) places.push(place)
    slots.set(place, slot)
    return slot
  }

  function makeRoom(id: number): void {
    mostId = Math.max(mostId, id)
    if (id < flat.year.length) return
    const size = 2 * id
    flat.place = longer(flat.place, new Uint16Array(size))
    flat.year = longer(flat.year, new Uint16Array(size))
    flat.validity = longer(flat.validity, new Uint8Array(size))
  }

  function note(row: Row): void {
    makeRoom(row.id)
    known.set(row.id, row)
    flat.place[row.id] = slotOf(row.place)
    flat.year[row.id] = beijingYear(row.date)
    flat.validity[row.id] = VALIDITIES.indexOf(row.validity)
  }

  const rows = statement(index, select).all().map(rowOf)
  for (const row of rows) note(row)
  orders.rank.fill(rows.map((row) => ({ id: row.id, key: rankKey(row) })))
  orders.date.fill(rows.map((row) => ({ id: row.id, key: dateKey(row) })))

  return {
    /** by number (`flat.place`) */
    places: places as readonly string[],
    flat: flat as Readonly<typeof flat>,
    /** best first */
    byRank: orders.rank.ids,
    /** newest first */
    byDate: orders.date.ids,
    mostId: () => mostId,
    /** The index has another row for this post, or none. */
    reread(id: number): void {
      const before = known.get(id)
      if (before) {
        orders.rank.drop(rankKey(before))
        orders.date.drop(dateKey(before))
        known.delete(id)
      }
      const stored = statement(index, `${select} WHERE id = ?`).get(id)
      if (!stored) return
      const row = rowOf(stored)
      note(row)
      orders.rank.add(id, rankKey(row))
      orders.date.add(id, dateKey(row))
    },
  }
}
