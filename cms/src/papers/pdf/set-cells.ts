/** Texts into the cells of one band: broken into lines, or set smaller where it is a number. */
import type { Align, Cell } from './band'
import { breakLines } from './break-lines'
import type { Weight } from './faces'
import type { Letters } from './letters'

const PADDING_EMS = 0.45
const LEADING = 1.4
const SMALLEST = 4

export type Setting = {
  text: string
  x: number
  width: number
  size: number
  weight?: Weight
  align?: Align
  tag?: Cell['tag']
  /** a number that is cut in two is another number */
  whole?: boolean
}

export const paddingOf = (size: number): number => size * PADDING_EMS
export const lineHeight = (size: number): number => size * LEADING

export function setCell(letters: Letters, setting: Setting): Cell {
  const { x, width, weight = 'regular', align = 'left', tag = 'TD' } = setting
  const text = letters.showable(setting.text)
  const room = width - 2 * paddingOf(setting.size)
  const cell = { x, width, weight, align, tag }
  if (!setting.whole) {
    const { size } = setting
    return { ...cell, size, lines: breakLines(text, room, (part) => letters.width(part, size, weight)) }
  }
  const natural = letters.width(text, setting.size, weight)
  const size = natural <= room ? setting.size : Math.max(SMALLEST, (setting.size * room) / natural)
  return { ...cell, size, lines: [text] }
}

export const heightOf = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.map(({ lines, size }) => lines.length * lineHeight(size)))
