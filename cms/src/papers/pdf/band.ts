/** What is as wide as the page and stands below one another. Measures are points, counted from the left edge of the frame. */
import type { Weight } from './faces'

export type Align = 'left' | 'center' | 'right'

export type Cell = {
  x: number
  width: number
  lines: readonly string[]
  size: number
  weight: Weight
  align: Align
  /** what the cell is to a screen reader */
  tag: 'TH' | 'TD'
}

type Common = { height: number /** never parted from the one that follows */; keep?: boolean }

export type TableBand = Common & {
  kind: 'table'
  cells: readonly Cell[] /** stands again on each page */
  head?: boolean
}
export type TextBand = Common & { kind: 'text'; tag: 'H1' | 'P'; cells: readonly Cell[] }
export type SignatureBand = Common & { kind: 'signatures'; cells: readonly Cell[] }
export type CodeBand = Common & {
  kind: 'code'
  address: string
  /** from the top down */
  issued: readonly Cell[]
  /** from the bottom up */
  cells: readonly Cell[]
}

export type Band = TableBand | TextBand | SignatureBand | CodeBand

export type Page = { bands: readonly (Band & { y: number /** seen before */; again?: boolean })[] }
