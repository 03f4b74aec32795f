import { ridge, roundTree } from '../nature.ts'
import { bar, colour as c, disc, each, faint, line, polygon, rect, scene, shape } from '../pen.ts'
import { person } from '../people.ts'

export const nightSchool = (): string => {
  const lit = (i: number, j: number): string => ((i * 7 + j * 5) % 9 < 6 ? c.straw : '#4a5750')
  const lamp = (x: number, y: number): string =>
    faint(0.16, disc(x, y - 210, 92, c.straw)) +
    line(`M${x},${y} V${y - 196}`, c.night, 8) +
    disc(x, y - 210, 19, c.straw)
  return scene(
    '#27332f',
    faint(0.1, disc(1300, 190, 170, c.straw)),
    disc(1300, 190, 82, c.straw),
    disc(1266, 172, 72, '#3a463c'),
    each(26, (i) => disc((i * 191) % 1600, 40 + ((i * 83) % 260), i % 3 ? 2 : 3.4, c.straw)),
    ridge({ seed: 21, base: 560, rise: 200, fill: '#1f2a26' }),
    rect(300, 250, 880, 470, '#3d2a25'),
    rect(280, 232, 920, 24, c.rust),
    each(8, (i) =>
      each(
        3,
        (j) =>
          rect(332 + i * 106, 284 + j * 130, 78, 92, lit(i, j), 3) +
          bar(`M${371 + i * 106},${284 + j * 130} v92 M${332 + i * 106},${324 + j * 130} h78`, '#3d2a25', 5),
      ),
    ),
    [0, 2, 6].map((i) => disc(360 + i * 106, 472, 12, c.rust) + rect(344 + i * 106, 484, 32, 22, c.rust, 8)).join(''),
    shape('M650,720 V616 H830 V720 Z', c.straw),
    rect(630, 604, 220, 14, c.gold),
    bar('M740,618 V720', '#3d2a25', 6),
    rect(0, 716, 1600, 184, '#16201c'),
    faint(
      0.5,
      polygon(
        [
          [650, 720],
          [830, 720],
          [1010, 900],
          [470, 900],
        ],
        c.gold,
      ),
    ),
    faint(
      0.7,
      polygon(
        [
          [664, 720],
          [816, 720],
          [930, 900],
          [550, 900],
        ],
        c.straw,
      ),
    ),
    lamp(210, 780),
    lamp(1270, 780),
    lamp(1480, 850),
    roundTree({ x: 90, y: 810, h: 330, fill: '#1a2420', trunk: c.night }),
    roundTree({ x: 1390, y: 780, h: 300, fill: '#1a2420', trunk: c.night }),
    person({ x: 630, y: 860, h: 216, coat: c.red, legs: c.night, right: [662, 770] }),
    rect(644, 764, 42, 54, c.cream, 4),
    person({ x: 745, y: 800, h: 170, coat: c.pine, legs: c.night, skin: '#c99f80' }),
    person({ x: 804, y: 806, h: 168, coat: c.gold, legs: c.night, long: true, skin: '#c99f80' }),
    person({ x: 900, y: 878, h: 222, coat: c.cream, legs: c.slate, long: true }),
  )
}
