/** Tables for people. A cell is a text because its type says so, whatever it begins with: nothing of it is ever calculated. */
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeExcelFile, { type Feature, type SheetData } from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Choice = {
  /** from 0 */
  column: number
  values: readonly string[]
}
export type Sheet = {
  name: string
  widths: readonly number[]
  /** the first row is the headings */
  rows: readonly (readonly string[])[]
  /** empty rows below, whose cells take what is typed as text: no number loses its last digits */
  emptyRows?: number
  choices?: readonly Choice[]
}

/** column of a cell address: 0 → A */
const letterOf = (column: number) => String.fromCharCode(65 + column)
/** Excel calls a file broken whose parts stand in another order */
const ORDER = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []

function validationsOf({ choices = [], rows, emptyRows = 0 }: Sheet): string {
  const last = rows.length + emptyRows
  const each = choices.map(({ column, values }) => {
    const cells = `${letterOf(column)}2:${letterOf(column)}${last}`
    const list = sanitizeTextContent(`"${values.join(',')}"`)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${sanitizeAttributeValue(cells)}"><formula1>${list}</formula1></dataValidation>`
  })
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

const validations = (sheets: readonly Sheet[]): Feature<Buffer | Stream | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]
          if (!sheet?.choices?.length) return xml
          return insertElementMarkupAccordingToOrderOfSiblings(xml, validationsOf(sheet), ORDER, 'worksheet')
        },
      },
    },
  },
})

function cellsOf({ rows, emptyRows = 0, widths }: Sheet): SheetData {
  const text = { type: String, format: '@' } as const
  const [head = [], ...body] = rows
  return [
    head.map((value) => ({ ...text, value, fontWeight: 'bold' as const })),
    ...body.map((cells) => cells.map((value) => (value === '' ? null : { ...text, value }))),
    ...Array.from({ length: emptyRows }, () => widths.map(() => ({ ...text, value: '' }))),
  ]
}

export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const data = sheets.map((sheet) => ({
    data: cellsOf(sheet),
    ...{ sheet: sheet.name, stickyRowsCount: 1, columns: sheet.widths.map((width) => ({ width })) },
  }))
  return writeExcelFile(data, { features: [validations(sheets)] }).toBuffer()
}
