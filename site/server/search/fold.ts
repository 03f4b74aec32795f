/**
 * How texts and questions are made comparable: full and half width, letter case, traditional characters, brackets, quotes and
 * dashes of every form are one. Character by character, so that a place in the folded text is a place in the text.
 */
import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 't', to: 'cn' })

const FORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'〔[{【〖〘〚〈《「『'].map((open) => [open, '('])),
  ...Object.fromEntries([...'〕]}】〗〙〛〉》」』'].map((close) => [close, ')'])),
  ...Object.fromEntries([...'“”„‟＂'].map((quote) => [quote, '"'])),
  ...Object.fromEntries([...'‘’‚‛'].map((quote) => [quote, "'"])),
  ...Object.fromEntries([...'‐‑‒–—―−─'].map((dash) => [dash, '-'])),
  ...Object.fromEntries([...'•‧・∙⋅'].map((dot) => [dot, '·'])),
}
const BLANK = /[\s\p{Z}\p{Cc}]/u
/** soft hyphens, joiners, direction marks, variation selectors */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu

function foldCharacter(character: string): string {
  if (character === '\n') return '\n'
  const plain = character.normalize('NFKC').toLowerCase().replace(INVISIBLE, '')
  return [...plain].map((one) => (BLANK.test(one) ? ' ' : toSimplified(FORMS[one] ?? one))).join('')
}

const NOT_YET = -1
const SEVERAL = -2
const BLANK_UNIT = 0x20
const NEWLINE = 0x0a

/** What one character becomes, looked up once: a single unit for nearly all of them, kept flat because texts are long. */
function createTable() {
  const units = new Int32Array(0x10000).fill(NOT_YET)
  const others = new Map<string, string>()

  function lookUp(character: string): string {
    const made = others.get(character) ?? foldCharacter(character)
    if (character.length === 1) units[character.charCodeAt(0)] = made.length === 1 ? made.charCodeAt(0) : SEVERAL
    if (made.length !== 1) others.set(character, made)
    return made
  }
  return { units, lookUp }
}
const table = createTable()

/** Han, kana, and the halves of characters beyond the first plane, but not those of emoji. */
const isHan = (unit: number) =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0x3040 && unit <= 0x30ff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xd840 && unit <= 0xd8ff) ||
  (unit >= 0xdc00 && unit <= 0xdfff) ||
  unit === 0x3007

/** Units are written one after the other. Blanks beside Han characters mean nothing, others count once; so do line ends. */
function createWriter(size: number, begins?: number[], ends?: number[]) {
  let written = new Uint16Array(size + 1)
  let length = 0
  let last = NEWLINE
  let blankAt = -1

  function put(unit: number, begin: number, end: number): void {
    if (length === written.length) {
      const longer = new Uint16Array(2 * length)
      longer.set(written)
      written = longer
    }
    written[length] = unit
    length += 1
    begins?.push(begin)
    ends?.push(end)
  }

  return {
    write(unit: number, begin: number, end: number): void {
      if (unit === BLANK_UNIT) {
        if (blankAt === -1) blankAt = begin
        return
      }
      if (blankAt !== -1) {
        if (last !== NEWLINE && unit !== NEWLINE && !isHan(last) && !isHan(unit)) put(BLANK_UNIT, blankAt, begin)
        blankAt = -1
      }
      if (unit !== NEWLINE || last !== NEWLINE) put(unit, begin, end)
      last = unit
    },
    text: () => Buffer.from(written.buffer, 0, 2 * length).toString('utf16le'),
  }
}

function foldInto(source: string, writer: ReturnType<typeof createWriter>): string {
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at)
    const folded = table.units[unit] ?? NOT_YET
    if (folded >= 0) {
      writer.write(folded, at, at + 1)
      at += 1
      continue
    }
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
    const end = at + character.length
    const made = table.lookUp(character)
    for (let index = 0; index < made.length; index += 1) writer.write(made.charCodeAt(index), at, end)
    at = end
  }
  return writer.text()
}

/** One writing of a text, for comparison. Lines stay lines: no word goes from one into the next. */
export const fold = (source: string): string => foldInto(source, createWriter(source.length))

export type Folded = {
  text: string
  /** for each unit of `text`: where in the source its character begins and ends */
  begins: number[]
  ends: number[]
}

export function foldWithPlaces(source: string): Folded {
  const begins: number[] = []
  const ends: number[] = []
  return { text: foldInto(source, createWriter(source.length, begins, ends)), begins, ends }
}

/** As texts are kept and asked for: composed, and without halves of characters. */
export const wellFormed = (text: string): string => text.toWellFormed().normalize('NFC')
