import { ridge, roundTree } from '../nature.ts'
import { colour as c, chance, disc, each, line, oval, polygon, rect, scene, shape, turn } from '../pen.ts'

const blossom = (x: number, y: number, r: number): string =>
  each(5, (i) =>
    disc(
      x + Math.cos(i * 1.2566 + x) * r * 0.72,
      y + Math.sin(i * 1.2566 + x) * r * 0.72,
      r * 0.58,
      i % 2 ? '#e9b8ab' : '#f0c9bd',
    ),
  ) + disc(x, y, r * 0.3, c.red)

export const spring = (): string => {
  const next = chance(51)
  const twigs: (readonly [number, number])[] = [
    [300, 130],
    [390, 178],
    [470, 150],
    [560, 214],
    [640, 190],
    [700, 250],
    [250, 220],
    [340, 270],
    [420, 320],
    [180, 300],
    [240, 380],
    [150, 180],
    [520, 90],
    [610, 110],
    [90, 90],
    [60, 240],
  ]
  const swallow = (x: number, y: number, k: number): string =>
    shape(
      `M${x},${y} q${-40 * k},${-34 * k} ${-96 * k},${-30 * k} q${54 * k},${18 * k} ${70 * k},${44 * k} q${-30 * k},${22 * k} ${-74 * k},${40 * k} q${54 * k},${-4 * k} ${92 * k},${-26 * k} q${24 * k},${30 * k} ${20 * k},${70 * k} q${24 * k},${-50 * k} ${10 * k},${-88 * k} q${-6 * k},${-10 * k} ${-22 * k},${-10 * k}z`,
      c.ink,
    )
  return scene(
    '#dfe5d6',
    disc(1240, 190, 80, '#f3dfae'),
    ridge({ seed: 18, base: 500, rise: 260, fill: '#cdd6c6' }),
    ridge({ seed: 28, base: 560, rise: 210, fill: '#b3c0ac', wave: 1.1 }),
    ridge({ seed: 38, base: 640, rise: 150, fill: '#93a58d', wave: 1.3 }),
    shape('M-20,690 Q500,570 1000,650 T1620,600 V900 H-20 Z', '#e7c766'),
    shape('M-20,760 Q420,650 900,730 T1620,680 V900 H-20 Z', '#8ea27f'),
    shape('M-20,820 Q520,720 1100,810 T1620,770 V900 H-20 Z', '#dcb64f'),
    each(120, (i) => disc(next() * 1600, 826 + next() * 74, 5, i % 2 ? '#f0d98d' : '#b7952f')),
    line('M1620,706 C1300,690 1240,770 1020,752 C800,736 860,650 700,640 C560,632 580,600 470,596', c.cream, 20),
    line(
      'M1620,706 C1300,690 1240,770 1020,752 C800,736 860,650 700,640 C560,632 580,600 470,596',
      '#c4b48e',
      3,
      '16 14',
    ),
    rect(1090, 560, 90, 60, c.cream),
    polygon(
      [
        [1076, 562],
        [1194, 562],
        [1170, 528],
        [1100, 528],
      ],
      c.slate,
    ),
    rect(1200, 580, 70, 46, c.cream),
    polygon(
      [
        [1190, 582],
        [1280, 582],
        [1260, 554],
        [1210, 554],
      ],
      c.slate,
    ),
    roundTree({ x: 1050, y: 630, h: 120, fill: '#e3aa9c' }),
    roundTree({ x: 1310, y: 630, h: 130, fill: '#d99a8c' }),
    roundTree({ x: 1390, y: 640, h: 100, fill: '#e9b8ab' }),
    line('M-20,110 Q200,120 340,170 T720,240', c.bark, 22),
    line('M160,118 Q260,260 460,330 M60,110 Q120,240 250,390 M380,180 Q480,110 630,100', c.bark, 13),
    line('M-20,60 Q40,160 70,260', c.bark, 16),
    twigs.map(([x, y], i) => blossom(x, y, 30 + (i % 3) * 8)).join(''),
    each(12, (i) => disc(180 + ((i * 83) % 560), 120 + ((i * 57) % 260), 10, c.rust)),
    each(14, (i) =>
      turn(i * 37, 200 + i * 70, 430 + ((i * 89) % 240), oval(200 + i * 70, 430 + ((i * 89) % 240), 11, 7, '#e9b8ab')),
    ),
    swallow(930, 260, 1),
    swallow(1090, 370, 0.66),
    swallow(800, 420, 0.5),
  )
}
