/**
 * How large a sheet would become in memory, before anybody builds it: one cell `XFD1048576` in a file of some hundred bytes is
 * seventeen thousand million cells to a reader that fills the gaps.
 */
export type SheetLimits = { rows: number; columns: number }

/** of a row or cell; `xmlns:r` is none */
const ADDRESS = /(?<!xmlns:)(?<=[\s:])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const PLAIN = /^([A-Z]{0,3})(\d{0,7})$/
const ROW = /<(?:\w+:)?row[\s/>]/g
const CELL = /<(?:\w+:)?c[\s/>]/g

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** @param xml of any part of a workbook; what is no sheet has none of this */
export function fitsLimits(xml: string, { rows, columns }: SheetLimits): boolean {
  if (!/<(?:\w+:)?sheetData[\s/>]/.test(xml)) return true
  for (const [, double, single] of xml.matchAll(ADDRESS)) {
    // written with entities, an address could hide what it is
    const address = PLAIN.exec(double ?? single ?? '')
    if (!address || Number(address[2]) > rows || columnNumber(address[1]) > columns) return false
  }
  return count(xml, ROW) <= rows && count(xml, CELL) <= rows * columns
}
