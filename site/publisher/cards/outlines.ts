/** The letters of the cards, as outlines: a server needs no font for them, and draws the same everywhere. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

export interface Letter {
  /** in units of 1/UNITS em */
  advance: number
  /** SVG path, the baseline at 0 */
  path: string
}
export type Outlines = ReadonlyMap<string, Letter>

export const UNITS = 500
const LINE = /^(.)(\d+)(.*)$/u

export function readOutlines(): Outlines {
  const packed = readFileSync(path.join(import.meta.dirname, 'face', 'outlines.br'))
  const lines = brotliDecompressSync(packed).toString().trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const [, character = '', advance, outline = ''] = LINE.exec(line) ?? []
      return [character, { advance: Number(advance), path: outline }]
    }),
  )
}
