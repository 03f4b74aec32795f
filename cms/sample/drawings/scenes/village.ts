import { bird, cloud, ridge, sunDisc } from '../nature.ts'
import { colour as c, disc, each, line, oval, polygon, rect, scene, shape } from '../pen.ts'
import { person } from '../people.ts'

export const village = (): string => {
  const house = (x: number, y: number, k: number): string =>
    rect(x, y - 120 * k, 240 * k, 120 * k, c.cream) +
    polygon(
      [
        [x - 26 * k, y - 112 * k],
        [x + 266 * k, y - 112 * k],
        [x + 222 * k, y - 186 * k],
        [x + 18 * k, y - 186 * k],
      ],
      '#4d5550',
    ) +
    each(11, (i) =>
      line(`M${x + (24 + i * 19) * k},${y - 182 * k} L${x + (-14 + i * 26.4) * k},${y - 116 * k}`, '#5e6762', 3 * k),
    ) +
    line(`M${x + 8 * k},${y - 190 * k} H${x + 232 * k}`, c.ink, 9 * k) +
    rect(x + 98 * k, y - 84 * k, 46 * k, 84 * k, c.rust) +
    line(`M${x + 121 * k},${y - 84 * k} v${84 * k}`, c.wine, 3 * k) +
    rect(x + 28 * k, y - 82 * k, 46 * k, 38 * k, c.bark) +
    rect(x + 168 * k, y - 82 * k, 46 * k, 38 * k, c.bark) +
    rect(x, y - 14 * k, 240 * k, 14 * k, c.sage) +
    rect(x + 88 * k, y - 84 * k, 7 * k, 62 * k, c.red) +
    rect(x + 147 * k, y - 84 * k, 7 * k, 62 * k, c.red)
  const persimmon = (x: number, y: number, h: number): string =>
    line(
      `M${x},${y} Q${x + h * 0.04},${y - h * 0.4} ${x - h * 0.02},${y - h * 0.62} M${x},${y - h * 0.36} q${h * 0.16},${-h * 0.16} ${h * 0.26},${-h * 0.34} M${x},${y - h * 0.44} q${-h * 0.16},${-h * 0.12} ${-h * 0.27},${-h * 0.3} M${x},${y - h * 0.58} q${h * 0.04},${-h * 0.2} ${h * 0.12},${-h * 0.34} M${x},${y - h * 0.58} q${-h * 0.05},${-h * 0.18} ${-h * 0.1},${-h * 0.32}`,
      c.bark,
      h * 0.032,
    ) +
    each(16, (i) =>
      disc(
        x + Math.cos(i * 2.4) * h * (0.08 + (i % 5) * 0.055),
        y - h * 0.74 + Math.sin(i * 2.4) * h * (0.06 + (i % 5) * 0.045),
        h * 0.032,
        i % 3 ? '#d9772f' : '#c75f27',
      ),
    )
  return scene(
    '#eee3c9',
    sunDisc(1340, 180, 76, c.sun),
    cloud(240, 130, 1, c.cream),
    ridge({ seed: 34, base: 470, rise: 300, fill: c.sage }),
    ridge({ seed: 46, base: 540, rise: 240, fill: c.moss, wave: 1.1 }),
    each(6, (k) =>
      shape(
        `M-20,${486 + k * 26} Q${360 - k * 20},${430 + k * 32} ${760},${500 + k * 22} T1620,${470 + k * 28} V900 H-20 Z`,
        k % 2 ? '#a9b08a' : '#c4b981',
      ),
    ),
    house(980, 560, 0.72),
    house(1220, 590, 0.8),
    house(300, 570, 0.76),
    persimmon(880, 620, 220),
    rect(0, 640, 1600, 260, '#9aa07c'),
    shape('M-20,700 Q500,640 1000,690 T1620,660 V900 H-20 Z', '#8a926d'),
    shape(
      'M620,900 C640,800 900,790 890,720 C884,670 730,664 748,610 L772,610 C770,650 960,660 972,720 C984,800 860,830 900,900 Z',
      '#e3d6b6',
    ),
    house(120, 790, 1.25),
    house(1130, 800, 1.3),
    persimmon(560, 800, 360),
    persimmon(1050, 810, 300),
    each(
      3,
      (i) =>
        line(`M${1236 + i * 70},664 v58`, '#8a6b46', 4) +
        each(5, (j) => disc(1236 + i * 70, 672 + j * 12, 7, j % 2 ? '#d9772f' : c.sun)),
    ),
    person({ x: 760, y: 850, h: 200, coat: c.red, legs: c.ink, right: [806, 760] }),
    person({ x: 846, y: 846, h: 176, coat: c.slate, legs: c.bark, hair: '#b9b2a6', left: [810, 764] }),
    oval(930, 866, 20, 13, c.cream),
    disc(948, 852, 9, c.cream),
    oval(982, 872, 18, 12, c.rust),
    disc(998, 860, 8, c.rust),
    each(4, (i) => rect(460 + i * 26, 852, 6, 44, c.mud)),
    line('M450,866 h110 M450,884 h110', c.mud, 5),
    bird(620, 190, 20, c.mud),
    bird(672, 214, 14, c.mud),
  )
}
