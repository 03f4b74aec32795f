/** Segments in the index file. One is written once, as a whole, and taken away as a whole when most of its posts have changed since. */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from '../../src/content/reads.ts'
import { frequentOf } from './frequent.ts'
import { layOut, type Part, postingsOf, type SearchedText, type Segment } from './segment.ts'

const POSTINGS = { all: 'postings', head: 'head_postings' } as const satisfies Record<Part, string>
const LONG = 4
/** SQLite keeps a signed number of 32 bits in four bytes */
const SIGNED = 2 ** 31

const numbersOf = (blob: unknown): Uint32Array => {
  const bytes = blob as Uint8Array
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), 0, bytes.length / LONG)
}
const blobOf = (numbers: Uint32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

export function readSegments(index: DatabaseSync): Map<number, Segment> {
  const rows = statement(index, 'SELECT segment, ids, starts FROM segments ORDER BY segment').all()
  return new Map(
    rows.map(({ segment, ids, starts }) => [Number(segment), { ids: numbersOf(ids), starts: numbersOf(starts) }]),
  )
}

/** Which segment has a post as it is now. */
export const readSealed = (index: DatabaseSync): [id: number, segment: number][] =>
  statement(index, 'SELECT id, segment FROM sealed')
    .all()
    .map(({ id, segment }) => [Number(id), Number(segment)])

/** Posts that no segment has as they are now. */
export const readUnsealed = (index: DatabaseSync): number[] =>
  statement(index, 'SELECT id FROM posts WHERE id NOT IN (SELECT id FROM sealed)')
    .all()
    .map(({ id }) => Number(id))

export function segmentOf(index: DatabaseSync, id: number): number | null {
  const row = statement(index, 'SELECT segment FROM sealed WHERE id = ?').get(id)
  return row ? Number(row.segment) : null
}

/** The post changed: no segment has it as it is now. */
export const unseal = (index: DatabaseSync, id: number): void => {
  statement(index, 'DELETE FROM sealed WHERE id = ?').run(id)
}

/** Call it inside a transaction. */
export function writeSegment(
  index: DatabaseSync,
  texts: readonly SearchedText[],
): { number: number; segment: Segment } {
  const segment = layOut(texts)
  const { number } = statement(
    index,
    'INSERT INTO segments (ids, starts) VALUES (?, ?) RETURNING segment AS number',
  ).get(blobOf(segment.ids), blobOf(segment.starts)) as { number: number }
  for (const part of ['all', 'head'] as const) {
    const insert = statement(index, `INSERT INTO ${POSTINGS[part]} (segment, gram, positions) VALUES (?, ?, ?)`)
    for (const { gram, positions } of postingsOf(texts, segment, part)) insert.run(number, gram - SIGNED, positions)
  }
  const insertRun = statement(index, 'INSERT INTO frequent (segment, run, posts) VALUES (?, ?, ?)')
  for (const { run, bits } of frequentOf(texts, segment)) insertRun.run(number, run, bits)
  for (const { id } of texts) statement(index, 'INSERT INTO sealed (id, segment) VALUES (?, ?)').run(id, number)
  return { number, segment }
}

export type Dropped = { number: number; ids: number[] }

/**
 * A segment of which less than half is left costs each question as much as a whole one. Call it inside a transaction.
 * @returns those that went, with the posts that are in none now
 */
export function dropThinSegments(index: DatabaseSync): Dropped[] {
  const thin = statement(
    index,
    `SELECT segment FROM segments WHERE 2 * (SELECT count(*) FROM sealed WHERE sealed.segment = segments.segment) < length(ids) / ${LONG}`,
  ).all()
  return thin.map((row) => {
    const number = Number(row.segment)
    const left = statement(index, 'DELETE FROM sealed WHERE segment = ? RETURNING id').all(number)
    for (const table of [...Object.values(POSTINGS), 'frequent', 'segments'])
      statement(index, `DELETE FROM ${table} WHERE segment = ?`).run(number)
    return { number, ids: left.map(({ id }) => Number(id)) }
  })
}

/** What the index has of one segment; undefined where it has none. */
export type LookUp = {
  /** how many bytes of positions there are, without reading them */
  sizeOf: (gram: number) => number | undefined
  positions: (part: Part, gram: number) => Uint8Array | undefined
  /** a bit for each text, of a run that is frequent there */
  frequent: (run: string) => Uint8Array | undefined
}

export function createLookUp(index: DatabaseSync): (segment: number) => LookUp {
  const select = (what: string, part: Part) =>
    statement(index, `SELECT ${what} AS found FROM ${POSTINGS[part]} WHERE segment = ? AND gram = ?`)
  const sizes = select('length(positions)', 'all')
  const positions = { all: select('positions', 'all'), head: select('positions', 'head') }
  const runs = statement(index, 'SELECT posts FROM frequent WHERE segment = ? AND run = ?')
  return (segment) => ({
    sizeOf: (gram) => sizes.get(segment, gram - SIGNED)?.found as number | undefined,
    positions: (part, gram) => positions[part].get(segment, gram - SIGNED)?.found as Uint8Array | undefined,
    frequent: (run) => runs.get(segment, run)?.posts as Uint8Array | undefined,
  })
}
