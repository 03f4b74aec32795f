/** Which posts have all the words: exactly those of a plain scan (words.ts, hasAllWords). */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from '../../src/content/reads.ts'
import { beginningWith, isSingle, pairsOf, singleOf } from './grams.ts'

/** by id: how many of the questions the post answers */
export type Marks = Uint8Array

/** As one string: a row of its own for each of a hundred thousand ids would take ten times as long. */
function idsOf(index: DatabaseSync, table: string, question: string): number[] {
  const sql = `SELECT json_group_array(rowid) AS ids FROM ${table} WHERE ${table} MATCH ?`
  return JSON.parse(String(statement(index, sql).get(question)?.ids)) as number[]
}

function mark(marks: Marks, ids: readonly number[]): void {
  for (const id of ids) marks[id] = (marks[id] ?? 0) + 1
}

function keepFull(marks: Marks, full: number): Marks {
  if (full > 1) for (let id = 0; id < marks.length; id += 1) marks[id] = marks[id] === full ? 1 : 0
  return marks
}

/** @param mostId the largest id there is */
export function postsWith(index: DatabaseSync, words: readonly string[], mostId: number): Marks {
  const marks: Marks = new Uint8Array(mostId + 1)
  const single = words.filter(isSingle).map(singleOf)
  const longer = words.filter((word) => !isSingle(word)).map(pairsOf)
  if (single.length > 0) mark(marks, idsOf(index, 'characters', single.join(' AND ')))
  if (longer.length > 0) mark(marks, idsOf(index, 'pairs', longer.join(' AND ')))
  return keepFull(marks, Number(single.length > 0) + Number(longer.length > 0))
}

/** The same in titles and numbers alone. */
export function headsWith(index: DatabaseSync, words: readonly string[], mostId: number): Marks {
  const marks: Marks = new Uint8Array(mostId + 1)
  const question = words.map((word) => (isSingle(word) ? beginningWith(word) : pairsOf(word))).join(' AND ')
  mark(marks, idsOf(index, 'heads', question))
  return marks
}
