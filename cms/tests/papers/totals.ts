/** What a paper says its totals are, read from the files alone. */
import { readSheet } from 'read-excel-file/node'
import { lastPage } from './read-pdf.ts'

const AMOUNT = /^-?\d[\d,]*\.\d\d$/

const fenOf = (amount: string): number => Number(amount.replaceAll(',', '').replace('.', ''))

/** They stand on the last page: the amounts that follow 合计, in the order of their columns. */
export async function totalsOfPdf(bytes: Uint8Array): Promise<number[]> {
  const texts = await lastPage(bytes)
  const after = texts.slice(texts.lastIndexOf('合计') + 1)
  const end = after.findIndex((text) => /大写/.test(text))
  return after
    .slice(0, end)
    .filter((text) => AMOUNT.test(text))
    .map(fenOf)
}

/** @param columns of money, from 0 */
export async function totalsOfWorkbook(bytes: Uint8Array, columns: readonly number[]): Promise<number[]> {
  const rows = await readSheet(Buffer.from(bytes))
  const total = rows.find((row) => row.includes('合计')) ?? []
  return columns.map((column) => Math.round(Number(total[column]) * 100))
}
