import { bird, fir, ridge, smooth } from '../nature.ts'
import { bar, colour as c, disc, each, line, type Point, rect, scene, shape } from '../pen.ts'
import { person } from '../people.ts'

export const survey = (): string => {
  const contour = (k: number): string => {
    const points: Point[] = []
    for (let i = 0; i <= 48; i++) {
      const a = (i / 48) * Math.PI * 2
      const r = (70 + k * 58) * (1 + 0.16 * Math.sin(a * 3 + 0.6) + 0.09 * Math.sin(a * 5 + k * 0.35))
      points.push([1010 + Math.cos(a) * r * 1.45, 310 + Math.sin(a) * r * 0.82])
    }
    return line(`${smooth(points)} Z`, k % 4 === 3 ? '#b59a63' : '#cdbd99', k % 4 === 3 ? 4 : 2.5)
  }
  const prism = (x: number, y: number): string =>
    bar(`M${x},${y - 240} V${y}`, c.cream, 10) +
    each(3, (i) => bar(`M${x},${y - 200 + i * 72} v36`, c.red, 10)) +
    disc(x, y - 256, 26, c.red) +
    disc(x, y - 256, 13, c.straw)
  return scene(
    c.paper,
    each(13, contour),
    ridge({ seed: 24, base: 660, rise: 130, fill: c.sage, wave: 1.2 }),
    ridge({ seed: 33, base: 760, rise: 130, fill: c.moss, wave: 1.4 }),
    each(6, (i) => fir({ x: 720 + i * 64, y: 716 - (i % 3) * 14, h: 70 + (i % 3) * 16, fill: c.slate })),
    shape('M-20,800 Q420,690 860,790 T1620,742 V900 H-20 Z', c.slate),
    shape('M-20,866 Q500,790 1000,850 T1620,836 V900 H-20 Z', c.pine),
    line('M560,424 L1294,500', c.red, 4, '3 16'),
    person({ x: 1360, y: 800, h: 290, coat: c.gold, legs: c.ink, helmet: c.cream, left: [1300, 650] }),
    rect(1324, 600, 70, 9, c.cream),
    prism(1294, 756),
    line('M500,520 L380,850 M516,520 L520,868 M532,520 L660,842', c.gold, 17),
    line('M440,690 H592', c.gold, 7),
    rect(460, 496, 112, 28, c.ink, 6),
    rect(476, 474, 80, 24, c.slate, 6),
    shape('M462,474 V388 Q462,366 484,366 V456 H548 V366 Q570,366 570,388 V474 Z', c.red),
    rect(466, 394, 104, 62, c.cream, 10),
    rect(556, 406, 52, 40, c.ink, 8),
    disc(606, 426, 14, c.straw),
    rect(438, 412, 36, 26, c.ink, 6),
    rect(480, 330, 72, 14, c.ink, 7),
    line('M488,366 V338 M544,366 V338', c.ink, 8),
    rect(484, 404, 52, 30, c.slate, 4),
    person({ x: 300, y: 850, h: 470, coat: c.red, legs: c.ink, helmet: c.sun, right: [446, 470], left: [232, 640] }),
    rect(236, 560, 128, 14, c.straw),
    rect(240, 600, 120, 12, c.straw),
    rect(196, 628, 72, 92, c.cream, 4),
    line('M210,650 h44 M210,668 h44 M210,686 h30', c.clay, 4),
    bird(300, 190, 24, c.mud),
    bird(366, 222, 16, c.mud),
  )
}
