import { ridge, sunDisc } from '../nature.ts'
import { bar, colour as c, disc, each, faint, line, oval, polygon, rect, scene, turn, within } from '../pen.ts'

export const meetingRoom = (): string => {
  const chair = (x: number, y: number, k: number): string =>
    rect(x - 50 * k, y - 130 * k, 100 * k, 122 * k, c.ink, 26 * k) +
    rect(x - 8 * k, y - 10 * k, 16 * k, 60 * k, c.night) +
    line(`M${x - 44 * k},${y + 54 * k} H${x + 44 * k}`, c.night, 10 * k)
  const cup = (x: number, y: number, k: number): string =>
    rect(x - 15 * k, y - 30 * k, 30 * k, 30 * k, c.cream, 6 * k) +
    oval(x, y - 32 * k, 18 * k, 5 * k, c.cream) +
    disc(x, y - 40 * k, 4 * k, c.cream)
  const plant = (x: number, y: number): string =>
    each(7, (i) => turn((i - 3) * 22, x, y - 90, oval(x, y - 178, 17, 88, i % 2 ? c.slate : c.moss))) +
    polygon(
      [
        [x - 42, y - 96],
        [x + 42, y - 96],
        [x + 32, y],
        [x - 32, y],
      ],
      c.rust,
    )
  const tower = (x: number, top: number, w: number, fill: string): string => rect(x, top, w, 480 - top, fill)
  return scene(
    c.parchment,
    rect(120, 70, 1360, 420, c.bark),
    rect(134, 84, 1332, 392, '#e7dec8'),
    within(
      'city',
      rect(134, 84, 1332, 392, c.cream),
      sunDisc(1130, 190, 58),
      ridge({ seed: 16, base: 400, rise: 190, fill: c.mist }),
      tower(180, 300, 90, c.sage),
      tower(290, 236, 70, c.moss),
      tower(380, 330, 110, c.sage),
      tower(520, 270, 60, c.moss),
      tower(600, 350, 120, c.sage),
      tower(960, 310, 80, c.moss),
      tower(1060, 350, 120, c.sage),
      tower(1210, 260, 74, c.moss),
      tower(1310, 320, 120, c.sage),
      line('M700,420 H1010 M760,220 V470 M930,220 V470', c.slate, 8),
      each(6, (i) =>
        line(
          `M760,${236 + i * 14} L${742 - i * 13},418 M760,${236 + i * 14} L${778 + i * 11},418 M930,${236 + i * 14} L${912 - i * 11},418 M930,${236 + i * 14} L${948 + i * 13},418`,
          c.slate,
          2,
        ),
      ),
      rect(134, 430, 1332, 60, c.slate),
    ),
    bar('M467,84 V476 M800,84 V476 M1133,84 V476', c.bark, 12),
    rect(0, 560, 1600, 340, '#a79677'),
    rect(0, 548, 1600, 14, c.cream),
    plant(62, 590),
    plant(1538, 590),
    each(5, (i) => chair(560 + i * 120, 610, 0.72)),
    faint(
      0.2,
      polygon(
        [
          [420, 880],
          [1180, 880],
          [1500, 900],
          [100, 900],
        ],
        c.ink,
      ),
    ),
    polygon(
      [
        [520, 560],
        [1080, 560],
        [1330, 780],
        [270, 780],
      ],
      '#9a6f42',
    ),
    polygon(
      [
        [540, 566],
        [1060, 566],
        [1284, 764],
        [316, 764],
      ],
      '#b98d58',
    ),
    polygon(
      [
        [270, 780],
        [1330, 780],
        [1330, 824],
        [270, 824],
      ],
      '#7a5532',
    ),
    polygon(
      [
        [700, 572],
        [900, 572],
        [966, 756],
        [634, 756],
      ],
      c.banner,
    ),
    each(4, (i) => rect(580 + i * 118, 574, 70, 15, c.cream, 2)),
    each(4, (i) => cup(672 + i * 112, 600, 0.62)),
    each(4, (i) =>
      polygon(
        [
          [392 + i * 222, 712],
          [500 + i * 216, 712],
          [494 + i * 222, 752],
          [372 + i * 228, 752],
        ],
        c.cream,
      ),
    ),
    each(4, (i) => cup(528 + i * 214, 746, 1.06)),
    rect(752, 640, 96, 26, c.pine, 8),
    disc(776, 632, 26, c.moss),
    disc(820, 630, 26, c.slate),
    disc(798, 614, 24, c.moss),
    disc(790, 616, 9, c.straw),
    disc(820, 622, 8, c.blush),
    disc(774, 634, 8, c.straw),
    each(4, (i) => chair(340 + i * 306, 838, 1.36)),
  )
}
