/** What the faces can show, and how wide it is. The faces have no kerning and no ligatures: a text is as wide as its letters. */
import { create, type Font } from 'fontkit'
import type { Faces, Weight } from './faces'

export type Run = { weight: Weight; text: string }

export type Letters = {
  faces: Faces
  /** a text with nothing in it that could not be drawn */
  showable(text: string): string
  /** the parts of a showable text that one face can draw; what the bold one lacks is regular */
  runs(text: string, weight: Weight): Run[]
  /** in points */
  width(text: string, size: number, weight: Weight): number
}

/** Signs that direct others and have no shape: some of them turn a name around, and variants of a letter are drawn as the letter. */
const SHAPELESS = /\p{Cf}|\p{Variation_Selector}/gu
const CONTROL = /\p{Cc}/gu
const HALF_A_PAIR = /\p{Cs}/gu

function openFont(bytes: Buffer): Font {
  const font = create(bytes)
  if (!('characterSet' in font)) throw new TypeError('a collection is no face')
  return font
}

function widthsOf(font: Font): (letter: string) => number {
  const widths = new Map<string, number>()
  return (letter) => {
    const known = widths.get(letter)
    if (known !== undefined) return known
    const width = font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
    widths.set(letter, width)
    return width
  }
}

export function openLetters(faces: Faces): Letters {
  const fonts = { regular: openFont(faces.regular), bold: openFont(faces.bold) }
  const shown = { regular: new Set(fonts.regular.characterSet), bold: new Set(fonts.bold.characterSet) }
  const widths = { regular: widthsOf(fonts.regular), bold: widthsOf(fonts.bold) }
  const has = (weight: Weight, letter: string) => shown[weight].has(letter.codePointAt(0) ?? 0)
  const weightOf = (letter: string, weight: Weight): Weight => (has(weight, letter) ? weight : 'regular')

  // a letter that nobody has drawn yet is named by its number: half a name would be somebody else's
  const namedByNumber = (letter: string) =>
    has('regular', letter) ? letter : `〔U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`

  return {
    faces,
    showable(text) {
      const whole = text.replace(HALF_A_PAIR, '\uFFFD').replace(SHAPELESS, '')
      return Array.from(whole.replace(/\s+/gu, ' ').replace(CONTROL, ''), namedByNumber).join('')
    },
    runs(text, weight) {
      const runs: Run[] = []
      for (const letter of text) {
        const last = runs[runs.length - 1]
        const of = weightOf(letter, weight)
        if (last?.weight === of) last.text += letter
        else runs.push({ weight: of, text: letter })
      }
      return runs
    },
    width(text, size, weight) {
      let ems = 0
      for (const letter of text) ems += widths[weightOf(letter, weight)](letter)
      return ems * size
    },
  }
}
