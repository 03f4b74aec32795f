/** The rows that were searched, as a file for people: a workbook, or text that every program reads. */
import { Readable } from 'node:stream'
import type { Core } from '@strapi/types'
import { stringify } from 'csv-stringify'
import writeExcelFile from 'write-excel-file/node'
import { refuse } from '../content-api/refuse'
import type { AuditRow } from '../domain/audit/entry'
import { cellsOf, columns } from '../domain/audit/table'
import { cellText } from '../domain/workbooks/cell-text'
import { type AuditFilter, searchAuditLog } from '../stores/audit-search'
import { typeWordsIn } from './type-words'

/** A workbook is made in memory. */
const MAX_ROWS = 20_000
const BATCH = 1000

async function allRows(strapi: Core.Strapi, filter: AuditFilter): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for (let { before } = filter; ; ) {
    const batch = await searchAuditLog(strapi, { ...filter, before }, BATCH)
    rows.push(...batch)
    if (rows.length > MAX_ROWS) refuse('AUDIT_EXPORT_TOO_LARGE')
    if (batch.length < BATCH) return rows
    before = batch[batch.length - 1].sequence
  }
}

const titles = columns.map(({ title }) => title)

/** A cell of a workbook is a text because its type says so, whatever it begins with. */
async function toWorkbook(table: string[][]): Promise<Readable> {
  const head = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const body = table.map((cells) => cells.map((value) => ({ value: cellText(value), type: String })))
  const options = { sheet: '审计日志', stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width })) }
  return Readable.from([await writeExcelFile([head, ...body], options).toBuffer()])
}

/** Spreadsheets run what begins like a formula, and need the mark to read UTF-8. */
const toCsv = (table: string[][]): Readable =>
  Readable.from([titles, ...table]).pipe(stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' }))

export async function exportAuditLog(strapi: Core.Strapi, filter: AuditFilter, format: 'xlsx' | 'csv') {
  const typeWords = typeWordsIn(strapi)
  const table = (await allRows(strapi, filter)).map((row) => cellsOf(row, typeWords))
  return format === 'csv' ? toCsv(table) : toWorkbook(table)
}
