/** Each row's hash covers the row and the hash before it: what was altered, removed or put in between is found. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../content/snapshot'
import type { AuditRow, PendingRow } from './entry'

/** Where a chain stands: the last row and its hash. */
export type Link = { sequence: number; hash: string }

/** Before the first row. */
export const BEGINNING: Link = { sequence: 0, hash: '0'.repeat(64) }

export type ChainProblem = 'missing' | 'inserted' | 'altered' | 'unchained'

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex')
}

/** The next row of the chain. */
export function chained(pending: PendingRow, { sequence, hash }: Link): AuditRow {
  const row = { ...pending, sequence: sequence + 1, prev_hash: hash }
  return { ...row, hash: hashOf(row) }
}

/** @returns null when `row` follows `last` and is what was written */
export function checkLink(row: AuditRow, last: Link): ChainProblem | null {
  if (row.sequence > last.sequence + 1) return 'missing'
  if (row.sequence <= last.sequence) return 'inserted'
  const { hash, ...content } = row
  if (hashOf(content) !== hash) return 'altered'
  return row.prev_hash === last.hash ? null : 'unchained'
}

export const linkOf = ({ sequence, hash }: AuditRow): Link => ({ sequence, hash })
