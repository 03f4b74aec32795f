/** Portraits without a person: a ground, an arched window, and what the work is about. */

import { ridge, sunDisc } from './nature.ts'
import {
  colour as c,
  canvas,
  disc,
  each,
  line,
  mirror,
  polygon,
  rect,
  ring,
  round,
  shape,
  turn,
  within,
} from './pen.ts'

const ARCH = 'M90,660 V300 A210,210 0 0 1 510,300 V660 Z'

const portrait = (ground: string, window: string, edge: string, ...parts: string[]): string =>
  canvas(
    600,
    750,
    rect(0, 0, 600, 750, ground),
    within('window', shape(ARCH, window), shape(ARCH, window), ...parts),
    line(ARCH, edge, 6),
    line('M66,684 V300 A234,234 0 0 1 534,300 V684 Z', edge, 2),
  )

const small = (art: string): string => `<g transform="translate(60 150) scale(.34 .62)">${art}</g>`

const bridge = (): string =>
  portrait(
    c.banner,
    c.parchment,
    c.straw,
    sunDisc(400, 240, 48),
    small(
      ridge({ seed: 5, base: 640, rise: 330, fill: c.sage }) + ridge({ seed: 23, base: 740, rise: 240, fill: c.moss }),
    ),
    rect(90, 560, 420, 110, c.slate),
    each(10, (i) =>
      line(`M300,${200 + i * 13} L${278 - i * 20},520 M300,${200 + i * 13} L${322 + i * 20},520`, c.cream, 2.6),
    ),
    line('M300,160 V660', c.ink, 13),
    rect(80, 520, 440, 14, c.ink),
    rect(80, 512, 440, 5, c.red),
  )

const book = (): string =>
  portrait(
    c.pine,
    '#f6ecd4',
    c.straw,
    disc(300, 236, 26, c.gold),
    each(9, (i) => {
      const page = line(
        `M300,${560 - i * 5} C${268 - i * 9},${500 - i * 12} ${196 - i * 5},${506 - i * 18} ${132 + i * 9},${520 - i * 26}`,
        i % 2 ? c.red : c.gold,
        5,
      )
      return page + mirror(300, page)
    }),
    line('M300,290 V560', c.red, 5),
    rect(90, 600, 420, 60, c.red),
    rect(90, 588, 420, 12, c.gold),
  )

const rail = (): string =>
  portrait(
    c.gold,
    c.paper,
    c.cream,
    small(
      ridge({ seed: 31, base: 460, rise: 260, fill: c.clay }) + ridge({ seed: 8, base: 540, rise: 200, fill: c.earth }),
    ),
    rect(80, 450, 440, 220, c.mud),
    each(9, (i) => {
      const t = ((i + 1) / 9) ** 1.7
      return line(
        `M${round(300 - 24 - t * 150)},${round(454 + t * 210)} H${round(300 + 24 + t * 150)}`,
        '#8f7a5d',
        3 + t * 14,
      )
    }),
    line('M290,450 L170,670 M310,450 L430,670', c.paper, 8),
    line('M440,290 V520', c.ink, 8),
    rect(414, 270, 52, 106, c.ink, 8),
    disc(440, 300, 15, c.red),
    disc(440, 346, 15, c.sun),
  )

const tunnel = (): string =>
  portrait(
    c.ink,
    '#26211d',
    c.gold,
    each(6, (i) => {
      const k = 1 - i * 0.155
      return shape(
        `M${300 - 200 * k},670 V${380 - i * 2} A${200 * k},${190 * k} 0 0 1 ${300 + 200 * k},${380 - i * 2} V670 Z`,
        ['#38312c', '#544a41', '#776a5b', '#a18f77', '#cdbb9c', '#eee3cb'][i] ?? c.paper,
      )
    }),
    polygon(
      [
        [288, 470],
        [312, 470],
        [440, 670],
        [160, 670],
      ],
      c.bark,
    ),
    line('M300,480 V660', c.straw, 5, '22 18'),
  )

const contour = (): string =>
  portrait(
    c.slate,
    c.paper,
    c.straw,
    each(
      9,
      (i) =>
        `<g transform="rotate(${-18 + i * 3} 320 380)"><ellipse cx="${320 - i * 3}" cy="${370 + i * 5}" rx="${34 + i * 38}" ry="${24 + i * 34}" fill="none" stroke="${i % 4 === 3 ? c.gold : '#c9b583'}" stroke-width="${i % 4 === 3 ? 5 : 3}"/></g>`,
    ),
    line('M300,470 L214,664 M300,470 L300,664 M300,470 L386,664', c.ink, 12),
    rect(262, 446, 76, 22, c.ink, 5),
    shape('M254,446 V374 Q254,352 276,352 V430 H324 V352 Q346,352 346,374 V446 Z', c.red),
    rect(262, 376, 76, 48, c.cream, 8),
    disc(300, 400, 17, c.ink),
    disc(300, 400, 7, c.straw),
  )

const gearwork = (): string => {
  const gear = (x: number, y: number, r: number, teeth: number, fill: string): string =>
    each(teeth, (i) => turn((360 / teeth) * i, x, y, rect(x - r * 0.13, y - r * 1.2, r * 0.26, r * 0.5, fill, 3))) +
    disc(x, y, r, fill) +
    ring(x, y, r * 0.66, c.cream, 5) +
    disc(x, y, r * 0.3, c.cream)
  return portrait(
    c.rust,
    c.cream,
    c.straw,
    gear(262, 350, 112, 14, c.red),
    gear(404, 506, 70, 10, c.gold),
    gear(196, 552, 62, 9, c.slate),
  )
}

const ginkgo = (): string => {
  const leaf = (x: number, y: number, k: number, lean: number, fill: string): string =>
    turn(
      lean,
      x,
      y,
      shape(
        `M${x},${y} Q${x - 30 * k},${y - 70 * k} ${x - 110 * k},${y - 96 * k} Q${x - 92 * k},${y - 160 * k} ${x - 14 * k},${y - 170 * k} L${x},${y - 128 * k} L${x + 14 * k},${y - 170 * k} Q${x + 92 * k},${y - 160 * k} ${x + 110 * k},${y - 96 * k} Q${x + 30 * k},${y - 70 * k} ${x},${y} Z`,
        fill,
      ),
      each(5, (i) =>
        line(`M${x},${y - 10 * k} L${x + (i - 2) * 36 * k},${y - (142 - Math.abs(i - 2) * 16) * k}`, c.cream, 1.8),
      ),
      line(`M${x},${y} q${6 * k},${40 * k} ${-10 * k},${90 * k}`, fill, 7 * k),
    )
  return portrait(
    c.wine,
    '#f6ecd4',
    c.gold,
    leaf(310, 470, 1.35, 6, c.gold),
    leaf(196, 600, 0.62, -34, c.sun),
    leaf(430, 612, 0.7, 38, '#c99336'),
  )
}

const seal = (): string =>
  portrait(
    c.sand,
    c.cream,
    c.red,
    rect(180, 270, 240, 240, c.red, 14),
    `<rect x="198" y="288" width="204" height="204" rx="6" fill="none" stroke="${c.cream}" stroke-width="7"/>`,
    line(
      'M300,306 V476 M226,420 H374 M300,320 L240,420 M300,320 L360,420 M300,350 L262,420 M300,350 L338,420',
      c.cream,
      9,
    ),
    line('M226,452 q18,-14 37,0 t37,0 t37,0 t37,0', c.cream, 8),
    line('M220,566 H380 M250,596 H350', c.clay, 6),
  )

export const portraits = Object.fromEntries(
  [bridge, book, rail, tunnel, contour, gearwork, ginkgo, seal].map((draw, index) => [`portrait-${index + 1}`, draw]),
)
