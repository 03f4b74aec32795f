/** Which posts have all the words: exactly those of a plain scan (words.ts, hasAllWords). */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from '../../src/content/reads.ts'
import { questionAmongThrees, questionFor, tableOf } from './grams.ts'

/** by id: 1 where the post is a hit */
export type Marks = Uint8Array

/** As one string: a row of its own for each of a hundred thousand ids would take ten times as long. */
function idsOf(index: DatabaseSync, table: string, question: string): number[] {
  const sql = `SELECT json_group_array(rowid) AS ids FROM ${table} WHERE ${table} MATCH ?`
  return JSON.parse(String(statement(index, sql).get(question)?.ids)) as number[]
}

function marksOf(ids: readonly number[], size: number): Marks {
  const marks: Marks = new Uint8Array(size)
  for (const id of ids) marks[id] = 1
  return marks
}

/** Leaves of `marks` what `others` has, too. */
export function intersect(marks: Marks, others: Marks): Marks {
  for (let id = 0; id < marks.length; id += 1) marks[id] = (marks[id] ?? 0) & (others[id] ?? 0)
  return marks
}

/** @param size more than the largest id there is */
export function postsWith(index: DatabaseSync, words: readonly string[], size: number): Marks {
  return Object.entries(Object.groupBy(words, tableOf))
    .map(([table, some]) => marksOf(idsOf(index, table, some.map(questionFor).join(' AND ')), size))
    .reduce(intersect)
}

/** Ids of the posts that have them all in title and numbers. */
export const headsWith = (index: DatabaseSync, words: readonly string[]): number[] =>
  idsOf(index, 'heads', words.map(questionAmongThrees).join(' AND '))
