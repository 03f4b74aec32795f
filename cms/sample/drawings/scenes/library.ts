import { sunDisc } from '../nature.ts'
import { bar, colour as c, chance, each, faint, line, polygon, rect, scene, shape, turn } from '../pen.ts'
import { person } from '../people.ts'

export const library = (): string => {
  const spines = [c.red, c.wine, c.gold, c.pine, c.slate, c.clay, c.rust, c.straw, c.bark, c.cream]
  const shelf = (seed: number, x: number, width: number, y: number): string => {
    const next = chance(seed)
    let at = x + 6
    let books = ''
    while (at < x + width - 34) {
      const [w, h] = [13 + next() * 20, 74 + next() * 40]
      const fill = spines[Math.floor(next() * spines.length)] ?? c.red
      const book = rect(at, y - h, w, h, fill, 2) + (w > 20 ? rect(at + 4, y - h + 14, w - 8, 5, c.straw) : '')
      books += next() > 0.93 ? turn(9, at, y, book) : book
      at += w + (next() > 0.9 ? 26 : 2)
    }
    return books + rect(x, y, width, 13, c.mud)
  }
  const bookcase = (seed: number, x: number, width: number): string =>
    rect(x - 14, 60, width + 28, 700, c.mud) +
    rect(x, 74, width, 686, c.maroon) +
    each(5, (i) => shelf(seed + i, x, width, 202 + i * 133))
  const lamp = (x: number): string =>
    faint(
      0.18,
      polygon(
        [
          [x - 60, 606],
          [x + 60, 606],
          [x + 170, 742],
          [x - 170, 742],
        ],
        c.straw,
      ),
    ) +
    line(`M${x},742 V600`, c.gold, 8) +
    shape(`M${x - 70},608 q8,-46 46,-50 h48 q38,4 46,50z`, c.pine) +
    rect(x - 30, 734, 60, 10, c.gold, 4)
  return scene(
    c.clay,
    bookcase(100, 30, 450),
    bookcase(300, 1120, 450),
    shape('M540,760 V330 A260,240 0 0 1 1060,330 V760 Z', c.mud),
    shape('M562,760 V334 A238,218 0 0 1 1038,334 V760 Z', '#f6ecd4'),
    sunDisc(930, 260, 56, c.sun),
    shape('M562,560 Q680,430 800,520 Q920,420 1038,510 V760 H562 Z', c.sage),
    shape('M562,640 Q720,540 850,610 Q950,560 1038,590 V760 H562 Z', c.moss),
    bar('M800,116 V760 M562,334 H1038 M562,560 H1038', c.mud, 12),
    line('M800,334 L640,178 M800,334 L960,178', c.mud, 8),
    rect(0, 756, 1600, 144, c.bark),
    lamp(420),
    lamp(1180),
    person({ x: 640, y: 756, h: 340, coat: c.red, legs: c.ink, right: [696, 606], left: [640, 612] }),
    shape('M632,606 l38,10 l40,-14 v-52 l-40,12 l-38,-8z', c.cream),
    line('M670,564 v52', c.clay, 3),
    person({ x: 948, y: 756, h: 316, coat: c.cream, legs: c.slate, long: true, right: [1018, 524] }),
    rect(1006, 470, 30, 62, c.gold, 3),
    rect(120, 740, 1360, 30, '#8a6f50', 6),
    rect(120, 764, 1360, 12, c.mud),
    rect(180, 776, 30, 124, c.mud),
    rect(1390, 776, 30, 124, c.mud),
    rect(250, 722, 110, 18, c.red, 3),
    rect(262, 704, 92, 18, c.straw, 3),
    rect(1240, 722, 120, 18, c.pine, 3),
    shape('M760,740 q34,-26 76,-6 q42,-20 76,6z', c.cream),
    line('M836,733 V742', c.clay, 3),
  )
}
