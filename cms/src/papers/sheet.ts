/** A paper as a value: what stands on it. The same sheet is drawn as PDF and written as workbook, so that both say the same. */
import { writtenAmount } from '../domain/money/written-amount'

/** `money` is fen; `percent` is hundredths of a per cent */
export type Kind = 'text' | 'centred' | 'count' | 'money' | 'percent'

/** null is a blank; what is owed by nobody is no nought */
export type Value = string | number | null

/**
 * @property width in millimetres; a drawn table is stretched or pressed to the width of the page
 * @property quiet most have nothing in it: a nought is a dash there
 */
export type Column = { head: string; kind: Kind; width: number; quiet?: boolean }

export type Row = { values: readonly Value[]; strong?: boolean }

/** Where anybody can ask whether a paper is genuine. */
export type Verification = { address: string; code: string }

export type Sheet = {
  title: string
  /** what the file is called in readers, and its only line on the pages that follow */
  name: string
  /** below the title: left, in the middle, right */
  headline: readonly [string, string, string]
  /** a form's fields, above the table */
  facts: readonly (readonly [label: string, value: string])[]
  columns: readonly Column[]
  rows: readonly Row[]
  total: Row | null
  /** an amount below the total, in capital numerals */
  capital: { label: string; fen: number } | null
  notes: readonly string[]
  /** what people sign; empty where the issuer's name and day stand instead */
  signatures: readonly string[]
  issuer: readonly string[]
  verification: Verification | null
  /** struck across a paper that counts no longer */
  struck: string | null
  landscape: boolean
  /** of the table's letters, in points */
  size: number
  /** 'YYYY-MM-DD' */
  drawnOn: string
}

/** What most papers do without. */
export const plain = {
  facts: [],
  total: null,
  capital: null,
  notes: [],
  signatures: [],
  issuer: [],
  verification: null,
  struck: null,
  landscape: false,
  size: 10,
} satisfies Partial<Sheet>

function wordsOfNumber(kind: Kind, value: number): string {
  switch (kind) {
    case 'money':
      return writtenAmount(value)
    case 'percent':
      return `${writtenAmount(value)}%`
    case 'count':
    case 'text':
    case 'centred':
      return String(value)
    default:
      return kind satisfies never
  }
}

export const wordsOf = (kind: Kind, value: Value): string =>
  typeof value === 'number' ? wordsOfNumber(kind, value) : (value ?? '')
