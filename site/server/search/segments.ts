/** Segments in the index file. One is written once, as a whole, and taken away as a whole when most of its posts have changed since. */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from '../../src/content/reads.ts'
import { layOut, postingsOf, type SearchedText, type Segment } from './segment.ts'

const LONG = 4
/** SQLite keeps a signed number of 32 bits in four bytes */
const SIGNED = 2 ** 31

const numbersOf = (blob: unknown): Uint32Array => {
  const bytes = blob as Uint8Array
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), 0, bytes.length / LONG)
}
const blobOf = (numbers: Uint32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

export function readSegments(index: DatabaseSync): Map<number, Segment> {
  const rows = statement(index, 'SELECT segment, ids, starts, head_ends FROM segments ORDER BY segment').all()
  return new Map(
    rows.map(({ segment, ids, starts, head_ends }) => [
      Number(segment),
      { ids: numbersOf(ids), starts: numbersOf(starts), headEnds: numbersOf(head_ends) },
    ]),
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
    'INSERT INTO segments (ids, starts, head_ends) VALUES (?, ?, ?) RETURNING segment AS number',
  ).get(blobOf(segment.ids), blobOf(segment.starts), blobOf(segment.headEnds)) as { number: number }
  const insert = statement(index, 'INSERT INTO postings (segment, gram, positions) VALUES (?, ?, ?)')
  for (const { gram, positions } of postingsOf(texts, segment)) insert.run(number, gram - SIGNED, positions)
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
    for (const table of ['postings', 'segments']) statement(index, `DELETE FROM ${table} WHERE segment = ?`).run(number)
    return { number, ids: left.map(({ id }) => Number(id)) }
  })
}

/** Bytes of the positions (positions.ts); undefined where the segment has no such gram. */
export function createLookUp(index: DatabaseSync) {
  const select = statement(index, 'SELECT positions FROM postings WHERE segment = ? AND gram = ?')
  return (segment: number, gram: number): Uint8Array | undefined =>
    select.get(segment, gram - SIGNED)?.positions as Uint8Array | undefined
}
