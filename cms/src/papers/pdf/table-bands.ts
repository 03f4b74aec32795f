/** The ruled part of a paper as bands: fields, head, rows, total, and the amount in words. */
import { capitalAmount } from '../../domain/money/capital-amount'
import { type Column, type Kind, type Row, type Sheet, type Value, wordsOf } from '../sheet'
import type { Align, TableBand } from './band'
import type { Letters } from './letters'
import { heightOf, paddingOf, type Setting, setCell } from './set-cells'

/** above and below the lines of a row */
const AIR_EMS = 0.4
/** the columns of the receipt, the one form with fields, stand below the same lines */
const FACT_LABEL = 30 / 174

const aligns: Record<Kind, Align> = {
  text: 'left',
  centred: 'center',
  count: 'right',
  money: 'right',
  percent: 'right',
}

type Place = { x: number; width: number }
type Grid = { letters: Letters; sheet: Sheet; width: number; places: Place[] }

export function placesOf(columns: readonly Column[], width: number): Place[] {
  const nominal = columns.reduce((total, column) => total + column.width, 0)
  let x = 0
  return columns.map((column) => {
    const place = { x, width: (column.width / nominal) * width }
    x += place.width
    return place
  })
}

function band({ letters, sheet: { size } }: Grid, settings: Omit<Setting, 'size'>[]): TableBand {
  const cells = settings.map((setting) => setCell(letters, { ...setting, size }))
  return { kind: 'table', cells, height: heightOf(cells) + 2 * AIR_EMS * size }
}

/** Two fields side by side; the last one alone has the whole width. */
function factBands(grid: Grid): TableBand[] {
  const { facts } = grid.sheet
  const bands: TableBand[] = []
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2)
    const [label, each] = [grid.width * FACT_LABEL, grid.width / pair.length]
    const settings = pair.flatMap(([name, value], place) => [
      { text: name, x: place * each, width: label, weight: 'bold', align: 'center', tag: 'TH' } as const,
      { text: value, x: place * each + label, width: each - label },
    ])
    bands.push({ ...band(grid, settings), keep: true })
  }
  return bands
}

function headBand(grid: Grid): TableBand {
  const settings = grid.sheet.columns.map(
    ({ head }, index) => ({ ...grid.places[index], text: head, weight: 'bold', align: 'center', tag: 'TH' }) as const,
  )
  return { ...band(grid, settings), head: true, keep: true }
}

const shown = ({ kind, quiet }: Column, value: Value, row: Row) =>
  quiet && value === 0 && !row.strong ? '—' : wordsOf(kind, value)

function rowSettings({ sheet: { columns }, places }: Grid, row: Row): Omit<Setting, 'size'>[] {
  return columns.map((column, index) => {
    const value = row.values[index]
    const weight = row.strong ? 'bold' : 'regular'
    const whole = typeof value === 'number'
    return { ...places[index], text: shown(column, value, row), weight, align: aligns[column.kind], whole }
  })
}

/** The columns before the first amount, which the word for the total stands across. */
const labelColumns = ({ values }: Row) =>
  Math.max(
    1,
    values.findIndex((value) => typeof value === 'number'),
  )

function totalBand(grid: Grid, total: Row): TableBand {
  const count = labelColumns(total)
  const last = grid.places[count - 1]
  const text = total.values.slice(0, count).join('')
  const label = { text, x: 0, width: last.x + last.width, weight: 'bold', align: 'center', tag: 'TH' } as const
  return band(grid, [label, ...rowSettings(grid, total).slice(count)])
}

/** Its label stands below as many columns as it needs. */
function capitalBand(grid: Grid, { label, fen }: { label: string; fen: number }): TableBand {
  const { size } = grid.sheet
  const needed = grid.letters.width(label, size, 'bold') + 2 * paddingOf(size)
  const edge = grid.places.find(({ x, width }) => x + width >= needed) ?? grid.places[0]
  const x = edge.x + edge.width
  return band(grid, [
    { text: label, x: 0, width: x, weight: 'bold', align: 'center', tag: 'TH' },
    { text: `人民币${capitalAmount(fen)}`, x, width: grid.width - x, weight: 'bold' },
  ])
}

const EMPTY = '本期没有记录'

export function tableBands(letters: Letters, sheet: Sheet, width: number): TableBand[] {
  const grid = { letters, sheet, width, places: placesOf(sheet.columns, width) }
  const { capital, total, rows } = sheet
  const body =
    rows.length > 0
      ? rows.map((row) => band(grid, rowSettings(grid, row)))
      : [band(grid, [{ text: EMPTY, x: 0, width, align: 'center' }])]
  return [
    ...factBands(grid),
    headBand(grid),
    ...body,
    ...(total ? [totalBand(grid, total)] : []),
    ...(capital ? [capitalBand(grid, capital)] : []),
  ]
}
