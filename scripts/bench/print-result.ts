/** A table for people and one line of JSON for whoever compares. */
import { describeMachine } from './machine.ts'

export type Row = Readonly<Record<string, string | number>>

const isWide = (character: string) => /[\u2e80-\uffef]/.test(character)
const widthOf = (text: string) => [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0)

export function formatTable(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {})
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
  const widths = names.map((_, column) => Math.max(...cells.map((line) => widthOf(line[column] ?? ''))))
  const isNumber = (column: number) => rows.every((row) => typeof row[names[column] ?? ''] === 'number')
  const pad = (text: string, column: number) => {
    const blanks = ' '.repeat((widths[column] ?? 0) - widthOf(text))
    return isNumber(column) ? blanks + text : text + blanks
  }
  const lines = cells.map((line) => `| ${line.map(pad).join(' | ')} |`)
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${isNumber(column) ? ':' : '-'}`).join('|')}|`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

export function printResult(bench: string, rows: readonly Row[], more: Record<string, unknown>) {
  const result = { bench, at: new Date().toISOString(), machine: describeMachine(), ...more }
  process.stdout.write(`\n${formatTable(rows)}\n\n${JSON.stringify(result)}\n`)
}
