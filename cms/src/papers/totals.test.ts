import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { totalsOfPdf, totalsOfWorkbook } from '../../tests/papers/totals'
import { categories } from '../domain/dues/categories'
import { type BranchMonthRow, branchMonth } from './branch-month'
import { type PassingUpRow, passingUp } from './passing-up'
import { drawSheet } from './pdf/draw-sheet'
import { readFaces } from './pdf/faces'
import { type Letters, openLetters } from './pdf/letters'
import type { Sheet } from './sheet'
import * as samples from './testing/samples'
import { writeWorkbook } from './xlsx/write-workbook'
import { type YearDetailsRow, yearDetails } from './year-details'
import { type YearSummaryRow, yearSummary } from './year-summary'

/** What is made at random is drawn, written and read again; to make a failure smaller would take minutes. */
const RUNS = { numRuns: 12, endOnFailure: true }
const SLOW_MS = 120_000

let letters: Letters
beforeAll(async () => {
  letters = openLetters(await readFaces(path.resolve(import.meta.dirname, '../../fonts')))
})

const fen = fc.oneof(fc.constant(0), fc.nat(200_000), fc.nat(10 ** 11))
const name = fc.oneof(fc.constantFrom(...samples.names, 'constructor'), fc.string({ unit: 'grapheme', maxLength: 40 }))
const rowsOf = <T>(row: fc.Arbitrary<T>) =>
  fc.oneof(fc.constant([] as T[]), fc.array(row, { minLength: 1, maxLength: 40 }))

const monthRow: fc.Arbitrary<BranchMonthRow> = fc.record({
  name,
  category: fc.constantFrom(null, ...categories),
  dueFen: fen,
  paidFen: fen,
  arrearsFen: fen,
  extraFen: fen,
  largeFen: fen,
  paidOn: fc.constantFrom(null, '2026-11-05'),
  method: fc.constantFrom('现金', ''),
  remark: name,
})
const detailsRow: fc.Arbitrary<YearDetailsRow> = fc.record({
  name,
  monthsFen: fc.array(fc.oneof(fen, fc.constant(null)), { minLength: 12, maxLength: 12 }),
  extraFen: fen,
  largeFen: fen,
})
const summaryRow: fc.Arbitrary<YearSummaryRow> = fc.record({
  unit: name,
  members: fc.nat(500),
  dueFen: fen,
  paidFen: fen,
  extraFen: fen,
  largeFen: fen,
})
const upRow: fc.Arbitrary<PassingUpRow> = fc
  .record({ unit: name, members: fc.nat(500), receivedFen: fen, share: fc.nat(10_000), largeFen: fen })
  .map((row) => {
    const passedUpFen = Number((BigInt(row.receivedFen) * BigInt(row.share)) / 10_000n)
    return { ...row, passedUpFen, keptFen: row.receivedFen - passedUpFen }
  })

/** Adds up by itself, without a single rule of the papers. */
const add = <T>(rows: readonly T[], amount: (row: T) => number | null) =>
  Number(rows.reduce((total, row) => total + BigInt(amount(row) ?? 0), 0n))

const moneyColumns = ({ columns }: Sheet) => columns.flatMap(({ kind }, index) => (kind === 'money' ? [index] : []))

async function expectTotals(sheet: Sheet, totals: number[]) {
  const columns = moneyColumns(sheet)
  expect(columns.map((column) => sheet.total?.values[column])).toEqual(totals)
  expect(await totalsOfPdf(await drawSheet(sheet, letters))).toEqual(totals)
  expect(await totalsOfWorkbook(await writeWorkbook(sheet), columns)).toEqual(totals)
}

const expectMonth = (rows: readonly BranchMonthRow[]) =>
  expectTotals(branchMonth(samples.branchMonthOf(rows)), [
    add(rows, (row) => row.dueFen),
    add(rows, (row) => row.paidFen),
    add(rows, (row) => row.arrearsFen),
    add(rows, (row) => row.extraFen),
    add(rows, (row) => row.paidFen + row.arrearsFen + row.extraFen),
    add(rows, (row) => row.largeFen),
  ])

describe('the totals of sheet, PDF and workbook are the sum of the rows', { timeout: SLOW_MS }, () => {
  it('of a month', () => fc.assert(fc.asyncProperty(rowsOf(monthRow), expectMonth), RUNS))

  it('of a month of one member, and of one with three thousand', async () => {
    await expectMonth([samples.branchMonthRow({ paidFen: 1, largeFen: 100_000 })])
    await expectMonth(Array.from({ length: 3000 }, (_, index) => samples.branchMonthRow({ paidFen: index * 7 })))
  })

  it('of a year by months', () =>
    fc.assert(
      fc.asyncProperty(rowsOf(detailsRow), (rows) =>
        expectTotals(yearDetails(samples.yearDetailsOf(rows)), [
          ...Array.from({ length: 12 }, (_, month) => add(rows, (row) => row.monthsFen[month])),
          add(rows, (row) => row.extraFen),
          add(rows, (row) => row.extraFen) + add(rows, (row) => add(row.monthsFen, (amount) => amount)),
          add(rows, (row) => row.largeFen),
        ]),
      ),
      RUNS,
    ))

  it('of a year by units', () =>
    fc.assert(
      fc.asyncProperty(rowsOf(summaryRow), (rows) =>
        expectTotals(yearSummary(samples.yearSummaryOf(rows)), [
          add(rows, (row) => row.dueFen),
          add(rows, (row) => row.paidFen),
          add(rows, (row) => row.extraFen),
          add(rows, (row) => row.paidFen + row.extraFen),
          add(rows, (row) => row.largeFen),
        ]),
      ),
      RUNS,
    ))

  it('of what is passed up', () =>
    fc.assert(
      fc.asyncProperty(rowsOf(upRow), (rows) =>
        expectTotals(passingUp(samples.passingUpOf(rows)), [
          add(rows, (row) => row.receivedFen),
          add(rows, (row) => row.passedUpFen),
          add(rows, (row) => row.keptFen),
          add(rows, (row) => row.largeFen),
          add(rows, (row) => row.passedUpFen + row.largeFen),
        ]),
      ),
      RUNS,
    ))
})
