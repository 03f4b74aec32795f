import { cloud, roundTree, sunDisc } from '../nature.ts'
import { colour as c, chance, disc, each, line, rect, ring, scene } from '../pen.ts'
import { person } from '../people.ts'

export const dormitory = (): string => {
  const next = chance(8)
  const cloths = [c.red, c.cream, c.straw, c.slate, c.blush, c.pine]
  const room = (x: number, y: number): string => {
    const pick = (): string => cloths[Math.floor(next() * cloths.length)] ?? c.cream
    return (
      rect(x, y, 168, 126, c.bark) +
      rect(x + 10, y + 10, 68, 84, next() > 0.4 ? c.straw : c.slate, 2) +
      rect(x + 90, y + 10, 44, 116, c.clay) +
      line(`M${x},${y + 16} H${x + 168}`, c.cream, 2) +
      each(3, (i) => (next() > 0.42 ? rect(x + 16 + i * 50, y + 17, 30, 40 + next() * 16, pick(), 4) : '')) +
      rect(x - 6, y + 84, 180, 44, c.cream) +
      each(13, (i) => rect(x + 4 + i * 13, y + 92, 4, 32, c.clay)) +
      rect(x - 6, y + 80, 180, 8, c.rust) +
      (next() > 0.5
        ? disc(x + 30 + next() * 100, y + 76, 13, c.moss) + disc(x + 52 + next() * 60, y + 78, 10, c.slate)
        : '')
    )
  }
  const bicycle = (x: number, y: number, frame: string): string =>
    ring(x, y, 42, c.ink, 6) +
    ring(x + 124, y, 42, c.ink, 6) +
    line(
      `M${x},${y} L${x + 36},${y - 62} H${x + 98} L${x + 54},${y} H${x} M${x + 36},${y - 62} L${x + 54},${y} M${x + 124},${y} L${x + 94},${y - 82} h24`,
      frame,
      7,
    ) +
    line(`M${x + 20},${y - 68} h34`, c.ink, 9)
  return scene(
    '#d9dccb',
    sunDisc(112, 150, 66, c.straw),
    cloud(1340, 110, 1, c.cream),
    rect(240, 96, 1120, 690, c.parchment),
    rect(216, 72, 1168, 30, c.rust),
    rect(752, 102, 96, 684, c.sand),
    each(4, (j) => [266, 516, 890, 1140].map((x) => room(x, 130 + j * 158)).join('')),
    each(4, (j) => rect(770, 136 + j * 158, 60, 96, c.slate, 3) + line(`M800,${136 + j * 158} v96`, c.sand, 5)),
    rect(740, 690, 120, 96, c.maroon),
    rect(720, 676, 160, 16, c.red),
    rect(0, 780, 1600, 120, c.sage),
    rect(0, 780, 1600, 12, c.cream),
    roundTree({ x: 120, y: 800, h: 420, fill: c.slate }),
    roundTree({ x: 1476, y: 800, h: 380, fill: c.moss }),
    bicycle(330, 826, c.red),
    bicycle(980, 830, c.pine),
    person({ x: 640, y: 856, h: 200, coat: c.red, legs: c.ink, right: [676, 790] }),
    rect(660, 786, 40, 54, c.gold, 6),
    person({ x: 1226, y: 862, h: 196, coat: c.cream, legs: c.slate, long: true }),
  )
}
