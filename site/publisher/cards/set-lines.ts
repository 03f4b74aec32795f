/** Text in lines, as far as the outlines know its letters. */
import { type Letter, type Outlines, UNITS } from './outlines.ts'

export type Line = { letters: Letter[]; width: number }
export type Measure = { size: number; width: number; mostLines: number }

const SPACE: Letter = { advance: UNITS / 4, path: '' }
const HELLIP = '…'
/** No line begins with these, none ends with those. */
const NOT_FIRST = /^[，。、；：？！”’）》」』】〕…—·,.;:?!)\]%％]$/u
const NOT_LAST = /^[“‘（《「『【〔([]$/u
/** Words and numbers of other scripts stay together. */
const UNIT = /[\p{Script=Latin}\p{N}.%‰℃/:-]+|./gsu
/** Signs that may be left out without changing what is said: emoji, joiners, control and private use characters. */
const DISPENSABLE = /[\p{Extended_Pictographic}\p{M}\p{C}\p{So}\p{Sk}]/u

/** The text without what no card needs; null where a letter is missing, for half a name is worse than none. */
export function drawable(text: string, outlines: Outlines): string | null {
  const kept = [...text.normalize('NFC')].filter((character) => outlines.has(character) || !DISPENSABLE.test(character))
  const plain = kept.join('').replace(/\s+/gu, ' ').trim()
  return [...plain].every((character) => character === ' ' || outlines.has(character)) ? plain : null
}

const lettersOf = (text: string, outlines: Outlines): Letter[] =>
  [...text].map((character) => outlines.get(character) ?? SPACE)

const widthOf = (text: string, outlines: Outlines, size: number): number =>
  lettersOf(text, outlines).reduce((sum, { advance }) => sum + (advance * size) / UNITS, 0)

/** Pieces between which a line may break. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const [unit] of text.matchAll(UNIT)) {
    const last = pieces.at(-1)
    if (last !== undefined && (NOT_FIRST.test(unit) || NOT_LAST.test(last.at(-1) ?? '')))
      pieces[pieces.length - 1] += unit
    else pieces.push(unit)
  }
  return pieces
}

function shorten(text: string, outlines: Outlines, { size, width }: Measure): string {
  let kept = [...text]
  while (kept.length > 0 && widthOf(kept.join('') + HELLIP, outlines, size) > width) kept = kept.slice(0, -1)
  return kept.join('').trimEnd() + HELLIP
}

/** Lines in their order; what does not fit ends with an ellipsis. @param text drawable */
export function setLines(text: string, outlines: Outlines, measure: Measure): Line[] {
  const { size, width, mostLines } = measure
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf(line + piece, outlines, size) > width) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  lines.push(line.trim())
  const isCut = lines.length > mostLines
  const last = lines[mostLines - 1] ?? ''
  const shown = isCut ? [...lines.slice(0, mostLines - 1), shorten(last, outlines, measure)] : lines
  return shown
    .map((one) => (widthOf(one, outlines, size) > width ? shorten(one, outlines, measure) : one))
    .map((one) => ({ letters: lettersOf(one, outlines), width: widthOf(one, outlines, size) }))
}
