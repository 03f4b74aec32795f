import { colour as c, disc, each, faint, line, polygon, rect, ring, scene, shape, turn } from '../pen.ts'
import { person } from '../people.ts'

const gear = (x: number, y: number, r: number, teeth: number, fill: string, hole: string): string =>
  each(teeth, (i) =>
    turn((360 / teeth) * i, x, y, rect(x - r * 0.13, y - r * 1.2, r * 0.26, r * 0.5, fill, r * 0.04)),
  ) +
  disc(x, y, r, fill) +
  disc(x, y, r * 0.36, hole)

export const workshop = (): string => {
  const tool = (x: number, kind: number): string =>
    [
      line(`M${x},150 V238`, c.slate, 12) + ring(x, 136, 18, c.slate, 10),
      line(`M${x},160 V244`, c.bark, 11) + rect(x - 34, 124, 68, 32, c.slate, 5),
      line(`M${x},120 V186`, c.slate, 7) + rect(x - 11, 184, 22, 62, c.red, 8),
      line(`M${x - 12},240 L${x},176 L${x + 12},240 M${x},176 L${x - 12},124 M${x},176 L${x + 12},124`, c.bark, 9),
    ][kind] ?? ''
  return scene(
    '#e3d7bf',
    rect(0, 690, 1600, 210, '#9d8f77'),
    each(6, (i) => line(`M${i * 320 - 60},900 L${200 + i * 240},690`, '#8f8169', 3)),
    rect(0, 684, 1600, 8, c.mud),
    rect(60, 84, 380, 200, c.clay, 6),
    [110, 180, 250, 320, 386].map((x, i) => tool(x, i % 4)).join(''),
    rect(50, 520, 400, 24, '#8a6b46', 3),
    rect(70, 544, 24, 150, c.mud),
    rect(406, 544, 24, 150, c.mud),
    rect(110, 560, 280, 120, c.red, 6),
    each(3, (i) => rect(120, 570 + i * 36, 260, 30, c.wine, 3) + rect(226, 580 + i * 36, 50, 8, c.straw, 4)),
    gear(150, 474, 38, 10, c.slate, '#e3d7bf'),
    gear(224, 494, 22, 8, c.gold, '#e3d7bf'),
    rect(290, 460, 96, 60, c.pine, 6),
    disc(338, 490, 18, c.straw),
    rect(1290, 90, 250, 300, c.cream, 4),
    gear(1390, 210, 62, 12, c.red, c.cream),
    gear(1484, 282, 36, 9, c.gold, c.cream),
    line('M1316,348 H1420 M1316,368 H1380', c.clay, 6),
    rect(570, 120, 34, 600, c.gold, 4),
    rect(1176, 120, 34, 600, c.gold, 4),
    rect(540, 706, 94, 22, c.mud, 4),
    rect(1146, 706, 94, 22, c.mud, 4),
    rect(570, 110, 640, 22, c.gold, 4),
    rect(600, 424, 160, 16, c.ink),
    rect(1020, 424, 160, 16, c.ink),
    shape(
      'M640,406 V344 Q646,316 690,312 L742,256 Q756,240 790,240 H950 Q978,240 1000,262 L1046,312 Q1136,318 1146,352 V406 Z',
      c.red,
    ),
    shape('M726,312 L768,264 Q776,256 792,256 H858 V312 Z M874,256 H944 Q962,256 976,270 L1012,312 H874 Z', c.deep),
    rect(636, 392, 514, 22, c.ink, 6),
    rect(1124, 344, 24, 22, c.straw, 5),
    rect(640, 350, 18, 24, '#d8453c', 4),
    line('M866,316 V390', c.wine, 3),
    line('M886,338 h28', c.wine, 5),
    [738, 1054].map((x) => disc(x, 414, 54, c.night) + disc(x, 414, 28, c.clay) + disc(x, 414, 9, c.night)).join(''),
    person({
      x: 856,
      y: 800,
      h: 330,
      coat: c.pine,
      legs: c.pine,
      helmet: c.straw,
      right: [920, 450],
      left: [806, 560],
    }),
    line('M920,456 L934,420', c.slate, 10),
    faint(
      0.22,
      polygon(
        [
          [960, 434],
          [1000, 434],
          [1080, 700],
          [930, 700],
        ],
        c.straw,
      ),
    ),
    person({ x: 1050, y: 806, h: 312, coat: c.gold, legs: c.ink, helmet: c.cream, left: [1010, 660] }),
    rect(970, 630, 60, 46, c.cream, 3),
    line('M980,644 h40 M980,658 h28', c.clay, 4),
    rect(330, 740, 130, 70, c.wine, 6),
    rect(346, 724, 98, 20, c.ink, 4),
    rect(330, 768, 130, 8, c.straw),
    disc(1380, 770, 66, c.night),
    disc(1380, 770, 34, '#9d8f77'),
    disc(1450, 786, 50, '#2a2420'),
    disc(1450, 786, 26, '#9d8f77'),
  )
}
