/** A card with a title, as SVG: the red of the masthead, its bridge, the title in the middle. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type CardDesign, type CardShape, cardShapes } from '../../src/presentation/card.ts'
import { type Outlines, UNITS } from './outlines.ts'
import { drawable, type Line, setLines } from './set-lines.ts'

type Title = Extract<CardDesign, { kind: 'title' }>

const RED = '#8a171a'
const PAPER = '#fff8ee'
const GOLD = '#ecd49c'
const LINE_HEIGHT = 1.36

/** In pixels. `sizes`: the largest at which the title fits in so many lines. */
type Layout = {
  margin: number
  sizes: readonly number[]
  mostLines: number
  small: number
  /** where it would be too small to be read, there is none */
  withLabels: boolean
}

const layouts: Record<CardShape, Layout> = {
  wide: { margin: 76, sizes: [84, 72, 60, 52], mostLines: 4, small: 30, withLabels: true },
  square: { margin: 22, sizes: [52, 42, 36, 30], mostLines: 5, small: 15, withLabels: false },
  large: { margin: 130, sizes: [190, 160, 130, 110], mostLines: 4, small: 54, withLabels: true },
}

const motif = readFileSync(path.resolve(import.meta.dirname, '../../src/assets/motif.svg'), 'utf8').replace(
  /^<svg[^>]*>|<\/svg>\s*$/g,
  '',
)
const MOTIF = { width: 860, height: 150 }

function lineSvg({ letters }: Line, x: number, baseline: number, size: number, colour: string): string {
  const scale = size / UNITS
  let pen = 0
  const paths = letters.map(({ advance, path: outline }) => {
    const placed = outline && `<path transform="translate(${pen} 0)" d="${outline}"/>`
    pen += advance
    return placed
  })
  return `<g fill="${colour}" transform="translate(${x} ${baseline}) scale(${scale})">${paths.join('')}</g>`
}

/** In lines of about the same length: no last one of a single character. */
function balanced(title: string, outlines: Outlines, size: number, width: number): Line[] {
  const linesIn = (narrower: number) =>
    setLines(title, outlines, { size, width: narrower, mostLines: Number.POSITIVE_INFINITY })
  let lines = linesIn(width)
  for (let narrower = width - size / 2; narrower > size * 2; narrower -= size / 2) {
    const tried = linesIn(narrower)
    if (tried.length !== lines.length) break
    lines = tried
  }
  return lines
}

/** At the largest size at which all of it fits; at the smallest, cut. */
function fitTitle(title: string, outlines: Outlines, { sizes, mostLines }: Layout, width: number) {
  for (const size of sizes) {
    const lines = balanced(title, outlines, size, width)
    if (lines.length < mostLines) return { size, lines }
  }
  const size = sizes.at(-1) ?? 0
  const lines = balanced(title, outlines, size, width)
  return { size, lines: lines.length > mostLines ? setLines(title, outlines, { size, width, mostLines }) : lines }
}

export function titleCard(design: Title, shape: CardShape, outlines: Outlines): string {
  const { width, height } = cardShapes[shape]
  const layout = layouts[shape]
  const { margin, small, withLabels } = layout
  const inner = width - 2 * margin
  const parts: string[] = []
  const label = (text: string, baseline: number, colour: string) => {
    const plain = drawable(text, outlines)
    const [line] = plain ? setLines(plain, outlines, { size: small, width: inner, mostLines: 1 }) : []
    if (line) parts.push(lineSvg(line, margin, baseline, small, colour))
  }
  const title = drawable(design.title, outlines) ?? drawable(design.label, outlines) ?? ''
  const { size, lines } = fitTitle(title, outlines, layout, inner)
  const block = lines.length * size * LINE_HEIGHT
  // a little above the middle: the bridge stands below
  const top = (height - block) / 2 - (withLabels ? height * 0.02 : 0)
  for (const [index, line] of lines.entries())
    parts.push(lineSvg(line, margin, top + (index + 0.86) * size * LINE_HEIGHT - size * 0.18, size, PAPER))
  if (withLabels) {
    label(design.label, margin + small * 0.5, GOLD)
    label(design.site, height - margin + small * 0.4, GOLD)
  }
  // beside the name of the site, not behind it
  const scale = ((withLabels ? 0.6 : 1) * width) / MOTIF.width
  const bridge = `<g opacity="0.5" transform="translate(${width - MOTIF.width * scale} ${height - MOTIF.height * scale}) scale(${scale})" fill="none">${motif}</g>`
  const edge = `<rect width="${width}" height="${Math.round(height / 70)}" fill="${GOLD}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${RED}"/>${bridge}${edge}${parts.join('')}</svg>`
}
