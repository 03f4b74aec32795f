import { bar, colour as c, disc, each, faint, line, polygon, rect, scene, shape, within } from '../pen.ts'
import { person } from '../people.ts'

export const exhibition = (): string => {
  const light = (x: number): string =>
    faint(
      0.34,
      polygon(
        [
          [x - 10, 84],
          [x + 10, 84],
          [x + 150, 560],
          [x - 150, 560],
        ],
        '#fffaf0',
      ),
    ) + rect(x - 13, 58, 26, 40, c.ink, 5)
  const frame = (x: number, y: number, w: number, h: number, id: string, ...inside: string[]): string =>
    rect(x - 14, y - 14, w + 28, h + 28, c.ink, 2) +
    rect(x, y, w, h, c.cream) +
    within(id, rect(x + 16, y + 16, w - 32, h - 32, c.cream), ...inside)
  return scene(
    '#dccfb6',
    rect(0, 640, 1600, 260, '#8f7a5d'),
    rect(0, 628, 1600, 16, c.cream),
    faint(
      0.25,
      polygon(
        [
          [0, 900],
          [460, 644],
          [1140, 644],
          [1600, 900],
        ],
        c.straw,
      ),
    ),
    rect(0, 46, 1600, 14, c.ink),
    light(250),
    light(800),
    light(1350),
    frame(
      100,
      190,
      300,
      360,
      'f1',
      rect(100, 190, 300, 360, c.banner),
      line('M140,440 H360', c.straw, 7),
      line('M250,230 V500', c.straw, 7),
      each(7, (i) =>
        line(`M250,${244 + i * 14} L${236 - i * 13},436 M250,${244 + i * 14} L${264 + i * 13},436`, c.straw, 2.5),
      ),
    ),
    frame(
      540,
      170,
      520,
      340,
      'f2',
      rect(540, 170, 520, 340, '#e9ddc3'),
      disc(930, 270, 44, c.sun),
      shape('M540,520 V380 Q660,260 790,370 Q900,270 1060,380 V520 Z', c.sage),
      shape('M540,520 V430 Q720,330 850,420 Q950,370 1060,430 V520 Z', c.slate),
      line('M770,510 C820,470 720,450 760,424 C790,406 740,396 752,380', c.cream, 10),
    ),
    frame(
      1200,
      190,
      300,
      360,
      'f3',
      rect(1200, 190, 300, 360, '#34423c'),
      each(6, (i) =>
        line(
          `M${1238 + i * 17},530 V${366 + i * 6} a${112 - i * 17},${126 - i * 18} 0 0 1 ${224 - i * 34},0 V530`,
          c.straw,
          3,
        ),
      ),
      line('M1342,420 L1300,534 M1358,420 L1400,534', c.sun, 6),
    ),
    rect(640, 560, 320, 100, c.cream),
    rect(626, 548, 348, 18, c.sand),
    polygon(
      [
        [660, 548],
        [940, 548],
        [900, 500],
        [700, 500],
      ],
      '#c9d2c6',
    ),
    line('M716,536 H884 M740,536 v-18 h120 v18', c.red, 5),
    rect(410, 600, 60, 10, c.cream),
    rect(1130, 600, 60, 10, c.cream),
    person({ x: 420, y: 830, h: 330, coat: c.red, legs: c.ink, rear: true }),
    person({ x: 540, y: 816, h: 300, coat: c.cream, legs: c.slate, long: true, hair: c.bark, rear: true }),
    person({ x: 1110, y: 824, h: 318, coat: c.pine, legs: c.night, hair: '#8d8578', rear: true }),
    person({ x: 1216, y: 832, h: 230, coat: c.gold, legs: c.bark, rear: true, right: [1278, 640] }),
    bar('M60,860 V720 M300,880 V740', c.ink, 8),
    line('M60,728 Q180,790 300,748', c.red, 7),
    disc(60, 716, 12, c.gold),
    disc(300, 736, 12, c.gold),
  )
}
