import { sunDisc } from '../nature.ts'
import { colour as c, each, faint, line, polygon, rect, scene, shape, within } from '../pen.ts'
import { back, person } from '../people.ts'

export const lectureHall = (): string => {
  const tone = ['#a4504a', '#c98d7a', '#8d3b38', '#b3635a', '#ecd49c']
  const row = (y: number, count: number, w: number, r: number): string =>
    each(count, (i) => {
      const t = (i - (count - 1) / 2) / count
      const x = 800 + t * count * w
      const pick = (i * 5 + r * 3) % 11
      return back(
        x,
        y - t * t * 150 + 30,
        w * 0.84,
        tone[pick < 7 ? (pick % 2 ? 0 : 2) : pick < 10 ? 1 : 4] ?? c.rust,
        '#2b1513',
      )
    })
  return scene(
    '#6e1518',
    polygon(
      [
        [0, 0],
        [340, 110],
        [340, 480],
        [0, 640],
      ],
      c.wine,
    ),
    polygon(
      [
        [1600, 0],
        [1260, 110],
        [1260, 480],
        [1600, 640],
      ],
      c.wine,
    ),
    each(4, (i) =>
      polygon(
        [
          [40 + i * 78, 60 + i * 22],
          [66 + i * 78, 68 + i * 22],
          [66 + i * 78, 560 - i * 34],
          [40 + i * 78, 572 - i * 36],
        ],
        '#7d2322',
      ),
    ),
    each(4, (i) =>
      polygon(
        [
          [1560 - i * 78, 60 + i * 22],
          [1534 - i * 78, 68 + i * 22],
          [1534 - i * 78, 560 - i * 34],
          [1560 - i * 78, 572 - i * 36],
        ],
        '#7d2322',
      ),
    ),
    polygon(
      [
        [0, 0],
        [1600, 0],
        [1260, 110],
        [340, 110],
      ],
      '#4a1013',
    ),
    each(3, (i) =>
      polygon(
        [
          [520 + i * 250, 24],
          [600 + i * 240, 24],
          [624 + i * 220, 66],
          [560 + i * 225, 66],
        ],
        c.straw,
      ),
    ),
    faint(
      0.13,
      polygon(
        [
          [560, 66],
          [1064, 66],
          [1240, 480],
          [360, 480],
        ],
        c.straw,
      ),
    ),
    rect(480, 130, 640, 300, c.cream, 4),
    within(
      'screen',
      rect(496, 146, 608, 268, c.paper),
      rect(496, 146, 608, 268, '#efe3cb'),
      sunDisc(980, 220, 34),
      shape('M496,414 V330 Q620,250 760,320 Q900,250 1104,330 V414 Z', c.sage),
      shape('M496,414 V372 Q700,300 860,360 Q980,320 1104,370 V414 Z', c.moss),
      line('M496,352 H1104', c.ink, 7),
      line('M700,190 V400 M900,190 V400', c.ink, 7),
      each(6, (i) =>
        line(
          `M700,${206 + i * 10} L${680 - i * 16},350 M700,${206 + i * 10} L${720 + i * 16},350 M900,${206 + i * 10} L${880 - i * 16},350 M900,${206 + i * 10} L${920 + i * 16},350`,
          c.red,
          1.8,
        ),
      ),
    ),
    rect(340, 452, 920, 30, '#8a6b46'),
    rect(340, 480, 920, 30, '#3d0d10'),
    person({ x: 1170, y: 470, h: 190, coat: c.ink, legs: c.night, left: [1130, 366] }),
    rect(1196, 386, 70, 88, '#a57f4b', 4),
    rect(1188, 378, 86, 12, '#c79a5c', 3),
    rect(0, 510, 1600, 390, '#5a1417'),
    row(566, 15, 62, 0),
    row(636, 14, 78, 1),
    row(718, 13, 96, 2),
    row(816, 12, 118, 3),
    row(930, 11, 144, 4),
  )
}
