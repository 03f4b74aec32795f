import { ridge, roundTree, sunDisc } from '../nature.ts'
import { colour as c, disc, each, line, polygon, rect, scene, shape } from '../pen.ts'
import { person, vest } from '../people.ts'

export const community = (): string => {
  const block = (x: number, top: number, w: number, fill: string, columns: number, rows: number): string =>
    rect(x, top, w, 700 - top, fill) +
    rect(x - 10, top - 14, w + 20, 18, c.rust) +
    each(columns, (i) =>
      each(rows, (j) => {
        const [px, py] = [x + 26 + (i * (w - 52)) / columns, top + 30 + j * 78]
        return (
          rect(px, py, (w - 52) / columns - 18, 48, (i * 3 + j * 5) % 7 < 3 ? c.straw : c.slate, 2) +
          ((i + j) % 3 === 0 ? rect(px - 4, py + 44, (w - 52) / columns - 10, 14, c.cream, 2) : '')
        )
      }),
    )
  return scene(
    '#efdfc6',
    sunDisc(820, 250, 100, '#e3a65c'),
    ridge({ seed: 10, base: 520, rise: 200, fill: c.clay }),
    block(60, 130, 300, '#c5a987', 4, 7),
    block(400, 250, 260, '#d2bb98', 3, 5),
    block(1000, 210, 250, '#d2bb98', 3, 6),
    block(1270, 96, 280, '#c5a987', 4, 7),
    rect(0, 690, 1600, 210, '#a79677'),
    rect(0, 690, 1600, 10, c.cream),
    each(6, (i) => line(`M${i * 300 - 80},900 L${180 + i * 240},700`, '#998765', 3)),
    roundTree({ x: 700, y: 700, h: 270, fill: c.moss }),
    roundTree({ x: 930, y: 700, h: 240, fill: c.slate }),
    roundTree({ x: 40, y: 710, h: 220, fill: c.slate }),
    roundTree({ x: 1570, y: 710, h: 230, fill: c.moss }),
    line('M560,800 V470 M1070,800 V470', c.ink, 11),
    shape('M510,478 L600,360 H1030 L1120,478 Z', c.red),
    each(4, (i) =>
      polygon(
        [
          [620 + i * 110, 360],
          [675 + i * 110, 360],
          [648 + i * 130 - 20, 478],
          [578 + i * 130, 478],
        ],
        c.cream,
      ),
    ),
    shape(
      'M510,478 h610 v22 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0 q-30.5,30 -61,0z',
      c.wine,
    ),
    person({ x: 720, y: 850, h: 330, coat: c.red, legs: c.ink, long: true, right: [800, 710] }),
    vest(720, 850, 330),
    person({ x: 930, y: 848, h: 340, coat: c.red, legs: c.ink, left: [858, 706] }),
    vest(930, 848, 340),
    rect(600, 730, 440, 130, c.cream, 4),
    rect(584, 716, 472, 22, c.gold, 4),
    rect(600, 790, 440, 14, c.red),
    rect(790, 676, 70, 42, c.slate, 4),
    rect(640, 700, 80, 16, c.pine, 3),
    rect(648, 686, 70, 14, c.straw, 3),
    rect(960, 692, 54, 26, c.rust, 4),
    person({ x: 1180, y: 872, h: 300, coat: c.pine, legs: c.bark, hair: '#b9b2a6', left: [1070, 710] }),
    line('M1232,760 V872', c.bark, 8),
    person({ x: 1300, y: 876, h: 290, coat: c.straw, legs: c.rust, hair: '#b9b2a6', long: true }),
    person({ x: 420, y: 870, h: 310, coat: c.cream, legs: c.slate, right: [476, 778] }),
    person({ x: 500, y: 874, h: 190, coat: c.gold, legs: c.red, left: [470, 786] }),
    disc(250, 850, 22, c.red),
    person({ x: 180, y: 862, h: 180, coat: c.moss, legs: c.ink, right: [224, 800] }),
    line('M1400,870 h120 M1412,870 v-60 M1508,870 v-60 M1396,812 h128 M1396,776 h128', c.bark, 10),
  )
}
