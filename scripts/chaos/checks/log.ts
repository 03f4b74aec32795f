/** The change log has one row for every change that took place, no more and no less, and no number is missing. */
import type { Change } from '../../../site/src/content/documents.ts'
import type { Edited } from '../administrator.ts'
import type { Post } from '../post.ts'

const keyOf = ({ kind, documentId }: Change) => (kind === 'site-setting' ? kind : `${kind} ${documentId}`)

function gaps(rows: readonly Change[]): string[] {
  return rows
    .filter(({ sequence }, index) => sequence !== index + 1)
    .slice(0, 1)
    .map(({ sequence }) => `the change log is not without gaps before ${sequence}`)
}

/** @param settled how many rows there were before the first move */
export function checkLog(
  rows: readonly Change[],
  settled: number,
  posts: readonly Post[],
  edited: ReadonlyMap<string, Edited>,
): string[] {
  const expected = new Map(
    posts.filter(({ rows: count }) => count > 0).map((post) => [`article ${post.documentId}`, post.rows]),
  )
  for (const [key, { rows: count }] of edited) expected.set(key, count)
  // pictures of what stood before get smaller versions in the background: nobody's move
  const older = new Set(rows.slice(0, settled).map(keyOf))
  const found = new Map<string, number>()
  for (const row of rows.slice(settled))
    if (expected.has(keyOf(row)) || !older.has(keyOf(row))) found.set(keyOf(row), (found.get(keyOf(row)) ?? 0) + 1)
  const wrong = [...new Set([...expected.keys(), ...found.keys()])].filter(
    (key) => expected.get(key) !== found.get(key),
  )
  return [
    ...gaps(rows),
    ...wrong.map((key) => `${key} has ${found.get(key) ?? 0} rows in the change log, not ${expected.get(key) ?? 0}`),
  ]
}
