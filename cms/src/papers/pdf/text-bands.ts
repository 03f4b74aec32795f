/** What stands above and below the table: title, headline, notes, signatures, issuer, code. */
import type { Sheet } from '../sheet'
import type { Band, CodeBand, SignatureBand, TextBand } from './band'
import { mm } from './frame'
import type { Letters } from './letters'
import { heightOf, paddingOf, type Setting, setCell } from './set-cells'

const TITLE_SIZE = 20
const TITLE_AIR = 8
const HEADLINE_SIZE = 10.5
const HEADLINE_AIR = 3
const SMALLEST_NOTE_SIZE = 9
const SIGN_SIZE = 10.5
/** room for a pen */
const SIGN_HEIGHT = mm(15)
const ISSUER_SIZE = 12
const ISSUER_AIR = 6
/** the day stands somewhat to the left of the edge, and so does the name above it */
const ISSUER_INDENT = 2 * ISSUER_SIZE
export const CODE_SIDE = mm(30)

type Of = (letters: Letters, sheet: Sheet, width: number) => Band[]

function text(letters: Letters, settings: Setting[], below: number, tag: TextBand['tag'] = 'P'): TextBand {
  const cells = settings.map((setting) => setCell(letters, setting))
  return { kind: 'text', tag, cells, height: heightOf(cells) + below, keep: true }
}

const gap = (height: number): TextBand => ({ kind: 'text', tag: 'P', cells: [], height, keep: true })

const title: Of = (letters, sheet, width) => {
  const setting = { text: sheet.title, x: 0, width, size: TITLE_SIZE, weight: 'bold', align: 'center' } as const
  return [text(letters, [setting], TITLE_AIR, 'H1')]
}

/** In one line where all three have room, else the long one has a line of its own. */
const headline: Of = (letters, { headline: [left, middle, right] }, width) => {
  const size = HEADLINE_SIZE
  const widthOf = (part: string) => letters.width(letters.showable(part), size, 'regular') + 3 * paddingOf(size)
  const [forMiddle, forRight] = [widthOf(middle), widthOf(right)]
  const first: Setting = { text: left, x: 0, width, size }
  const last: Setting = { text: right, x: width - forRight, width: forRight, size, align: 'right' }
  const room = middle === '' ? width - forRight : (width - forMiddle) / 2
  if (widthOf(left) <= room)
    return [text(letters, [first, { text: middle, x: 0, width, size, align: 'center' }, last], HEADLINE_AIR)]
  return [text(letters, [first], 0), text(letters, [{ text: middle, x: 0, width, size }, last], HEADLINE_AIR)]
}

export const above: Of = (...of) => [...title(...of), ...headline(...of)]

const notes: Of = (letters, { notes: lines, size: tableSize }, width) => {
  const size = Math.max(SMALLEST_NOTE_SIZE, tableSize - 1)
  const numbered = (line: string, index: number) => (lines.length > 1 ? `${index + 1}. ${line}` : line)
  const bands = lines.map((line, index) => text(letters, [{ text: numbered(line, index), x: 0, width, size }], 1))
  return bands.length > 0 ? [gap(6), ...bands] : []
}

/** Each has a line of the same length. */
const signatures: Of = (letters, { signatures: labels }, width) => {
  if (labels.length === 0) return []
  const widths = labels.map((label) => letters.width(`${label}：`, SIGN_SIZE, 'regular') + 2 * paddingOf(SIGN_SIZE))
  const line = (width - widths.reduce((total, one) => total + one, 0)) / labels.length
  let x = 0
  const cells = labels.map((label, index) => {
    const cell = setCell(letters, { text: `${label}：`, x, width: widths[index] + line, size: SIGN_SIZE })
    x += cell.width
    return cell
  })
  const band: SignatureBand = { kind: 'signatures', cells, height: SIGN_HEIGHT }
  return [band]
}

const issuer: Of = (letters, { issuer: lines }, width) => {
  const setting = { x: 0, width: width - ISSUER_INDENT, size: ISSUER_SIZE, align: 'right' } as const
  const bands = lines.map((line) => text(letters, [{ ...setting, text: line }], ISSUER_AIR))
  return bands.length > 0 ? [gap(2 * ISSUER_SIZE), ...bands] : []
}

/** The code at the left; beside it who issued the paper, with room for a seal, and at its foot what the code is for. */
const code: Of = (letters, { verification, issuer: lines }, width) => {
  if (verification === null) return []
  const place = { x: CODE_SIDE, width: width - CODE_SIDE }
  const issued = lines.map((line) => setCell(letters, { ...place, text: line, size: 11, align: 'right' }))
  const explained = [`校验码：${verification.code}　　扫码或访问以下网址，可核对本收据真伪：`, verification.address]
  const cells = explained.map((line) => setCell(letters, { ...place, text: line, size: SMALLEST_NOTE_SIZE }))
  const { address } = verification
  const band: CodeBand = { kind: 'code', address, issued, cells, height: heightOfCode(issued, cells) }
  return [gap(8), band]
}

const stack = (cells: CodeBand['cells']) => cells.reduce((total, cell) => total + heightOf([cell]) + ISSUER_AIR, 0)

const heightOfCode = (issued: CodeBand['cells'], cells: CodeBand['cells']) =>
  Math.max(CODE_SIDE, stack(issued) + stack(cells))

export const below: Of = (letters, sheet, width) => [
  ...notes(letters, sheet, width),
  ...signatures(letters, sheet, width),
  ...(sheet.verification === null ? issuer(letters, sheet, width) : []),
  ...code(letters, sheet, width),
]
