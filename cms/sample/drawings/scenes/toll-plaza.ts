import { ridge, sunDisc } from '../nature.ts'
import { colour as c, each, line, polygon, rect, scene, shape } from '../pen.ts'

export const tollPlaza = (): string => {
  const lanes = [150, 410, 670, 930, 1190, 1450]
  const car = (x: number, y: number, k: number, fill: string): string =>
    rect(x - 70 * k, y - 62 * k, 140 * k, 50 * k, fill, 16 * k) +
    shape(`M${x - 52 * k},${y - 58 * k} l${18 * k},${-44 * k} h${68 * k} l${18 * k},${44 * k}z`, fill) +
    shape(`M${x - 40 * k},${y - 60 * k} l${14 * k},${-34 * k} h${52 * k} l${14 * k},${34 * k}z`, c.ink) +
    rect(x - 62 * k, y - 46 * k, 26 * k, 14 * k, '#d8453c', 5 * k) +
    rect(x + 36 * k, y - 46 * k, 26 * k, 14 * k, '#d8453c', 5 * k) +
    rect(x - 26 * k, y - 34 * k, 52 * k, 14 * k, c.cream, 2) +
    rect(x - 62 * k, y - 14 * k, 28 * k, 16 * k, c.night, 5) +
    rect(x + 34 * k, y - 14 * k, 28 * k, 16 * k, c.night, 5)
  const lamp = (x: number, open: boolean): string =>
    rect(x - 34, 318, 68, 68, c.night, 8) +
    (open
      ? line(`M${x},334 V368 M${x - 15},354 L${x},370 L${x + 15},354`, '#9fcf9b', 8)
      : line(`M${x - 15},337 l30,30 M${x + 15},337 l-30,30`, '#d8453c', 8))
  return scene(
    '#e9dcc0',
    sunDisc(1270, 150, 70, c.sun),
    ridge({ seed: 19, base: 470, rise: 320, fill: c.sage }),
    ridge({ seed: 29, base: 520, rise: 220, fill: c.moss, wave: 1.4 }),
    rect(0, 500, 1600, 400, c.bark),
    each(5, (i) =>
      polygon(
        [
          [268 + i * 262, 520],
          [292 + i * 262, 520],
          [320 + (i - 2) * 40 + i * 262, 760],
          [240 + (i - 2) * 40 + i * 262, 760],
        ],
        c.clay,
      ),
    ),
    each(6, (i) => line(`M${lanes[i]},520 L${(lanes[i] ?? 0) + (i - 2.5) * 60},900`, '#7d6f60', 4, '30 26')),
    each(5, (i) => {
      const x = 280 + i * 262
      return (
        rect(x - 12, 240, 24, 330, c.slate) +
        rect(x - 44, 440, 88, 146, c.cream, 6) +
        rect(x - 34, 456, 68, 58, c.pine, 4) +
        rect(x - 44, 548, 88, 10, c.red)
      )
    }),
    each(
      5,
      (i) =>
        line(`M${320 + i * 262},560 h${i % 2 ? 170 : 180}`, c.cream, 10) +
        line(`M${340 + i * 262},560 h28 m34,0 h28 m34,0 h22`, c.red, 10),
    ),
    shape('M-20,302 L80,196 Q800,118 1520,196 L1620,302 Z', c.red),
    shape('M80,196 Q800,118 1520,196 L1536,214 Q800,136 64,214 Z', c.wine),
    rect(-20, 298, 1640, 26, c.wine),
    lanes.map((x, i) => lamp(x, i !== 4)).join(''),
    car(662, 700, 1, c.cream),
    car(384, 830, 1.35, c.gold),
    car(952, 860, 1.45, c.slate),
    car(1196, 640, 0.8, c.sand),
  )
}
