/** Land, plants and sky that several scenes share. */

import { chance, colour, disc, each, line, oval, type Point, polygon, rect, round, shape } from './pen.ts'

interface Ridge {
  seed: number
  /** Height of the foot of the ridge, and how far its peaks rise above it. */
  base: number
  rise: number
  fill: string
  /** Scales the rise along the picture, for a valley or a slope. */
  profile?: (x: number) => number
  wave?: number
}

export const ridge = ({ seed, base, rise, fill, profile = () => 1, wave = 1 }: Ridge): string => {
  const next = chance(seed)
  const [a, b, c] = [next() * 6, next() * 6, next() * 6]
  const points: Point[] = []
  for (let x = -20; x <= 1620; x += 20) {
    const swell =
      0.52 * Math.sin(x / (210 * wave) + a) +
      0.32 * Math.sin(x / (117 * wave) + b) +
      0.16 * Math.sin(x / (64 * wave) + c)
    points.push([x, base - rise * profile(x) * (0.5 + 0.5 * swell)])
  }
  return shape(`${smooth(points)} L1620,900 L-20,900 Z`, fill)
}

/** Catmull-Rom through the points, written as cubic curves. */
export const smooth = (points: readonly Point[]): string => {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0]
  const [startX, startY] = at(0)
  const curves = points.slice(1).map((end, index) => {
    const [before, start, after] = [at(index - 1), at(index), at(index + 2)]
    const c1 = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6]
    const c2 = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6]
    return `C${[...c1, ...c2, ...end].map(round).join(',')}`
  })
  return `M${round(startX)},${round(startY)} ${curves.join(' ')}`
}

export const sunDisc = (x: number, y: number, r: number, fill: string = colour.sun): string =>
  `<g>${disc(x, y, r * 1.5, fill).replace('/>', ' opacity=".22"/>')}${disc(x, y, r, fill)}</g>`

/** Long flat cloud: three rounded bars. */
export const cloud = (x: number, y: number, scale: number, fill: string): string =>
  rect(x, y, 220 * scale, 22 * scale, fill, 11 * scale) +
  rect(x + 46 * scale, y - 20 * scale, 120 * scale, 24 * scale, fill, 12 * scale) +
  rect(x - 60 * scale, y + 20 * scale, 190 * scale, 18 * scale, fill, 9 * scale)

export const ripples = (seed: number, top: number, bottom: number, stroke: string, count: number): string => {
  const next = chance(seed)
  return each(count, (index) => {
    const y = top + ((bottom - top) * (index + 0.5)) / count
    const x = next() * 1300 - 40
    return line(`M${round(x)},${round(y)} h${round(120 + next() * 360)}`, stroke, 2.5 + (index / count) * 2)
  })
}

interface Tree {
  x: number
  y: number
  h: number
  fill: string
  trunk?: string
}

export const roundTree = ({ x, y, h, fill, trunk = colour.bark }: Tree): string =>
  line(`M${x},${y} V${y - h * 0.5}`, trunk, h * 0.06) +
  line(
    `M${x},${y - h * 0.34} l${h * 0.13},${-h * 0.16} M${x},${y - h * 0.28} l${-h * 0.12},${-h * 0.16}`,
    trunk,
    h * 0.03,
  ) +
  disc(x, y - h * 0.72, h * 0.27, fill) +
  disc(x - h * 0.19, y - h * 0.55, h * 0.18, fill) +
  disc(x + h * 0.2, y - h * 0.56, h * 0.19, fill)

export const poplar = ({ x, y, h, fill, trunk = colour.bark }: Tree): string =>
  line(`M${x},${y} V${y - h * 0.5}`, trunk, h * 0.035) + oval(x, y - h * 0.56, h * 0.13, h * 0.44, fill)

export const fir = ({ x, y, h, fill, trunk = colour.bark }: Tree): string =>
  line(`M${x},${y} V${y - h * 0.3}`, trunk, h * 0.05) +
  polygon(
    [
      [x, y - h],
      [x + h * 0.22, y - h * 0.16],
      [x - h * 0.22, y - h * 0.16],
    ],
    fill,
  )

/** Bare branch work with round fruit or blossom at its ends. */
export const branch = (
  d: string,
  width: number,
  dots: readonly (readonly [number, number, number])[],
  fill: string,
): string => line(d, colour.bark, width) + dots.map(([x, y, r]) => disc(x, y, r, fill)).join('')

export const bird = (x: number, y: number, span: number, stroke: string): string =>
  line(
    `M${x - span},${y} Q${x - span * 0.45},${y - span * 0.55} ${x},${y} Q${x + span * 0.45},${y - span * 0.55} ${x + span},${y}`,
    stroke,
    Math.max(2, span * 0.12),
  )
