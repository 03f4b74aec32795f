import { bird, cloud, ridge, roundTree, sunDisc } from '../nature.ts'
import { colour as c, each, line, oval, polygon, rect, scene, shape, turn } from '../pen.ts'
import { person, vest } from '../people.ts'

export const volunteers = (): string => {
  const sapling = (x: number, y: number, h: number): string =>
    line(`M${x},${y} V${y - h}`, c.bark, 9) +
    each(4, (i) => oval(x - 26 + (i % 2) * 52, y - h * 0.62 - i * h * 0.12, 34, 17, i % 2 ? c.moss : '#7f9277')) +
    oval(x, y - h - 14, 22, 34, '#7f9277')
  const spade = (x: number, y: number, lean: number): string =>
    turn(
      lean,
      x,
      y,
      line(`M${x},${y - 250} V${y - 50}`, '#b48f5f', 12),
      line(`M${x - 24},${y - 252} h48`, c.bark, 12),
      shape(`M${x - 32},${y - 64} h64 v44 q-6,42 -32,54 q-26,-12 -32,-54z`, c.slate),
    )
  return scene(
    '#e8e4d0',
    sunDisc(1250, 190, 84, c.straw),
    cloud(300, 150, 1.1, c.cream),
    cloud(900, 110, 0.8, c.cream),
    ridge({ seed: 44, base: 560, rise: 260, fill: c.mist }),
    ridge({ seed: 15, base: 620, rise: 190, fill: c.sage, wave: 1.2 }),
    each(9, (i) =>
      roundTree({ x: 60 + i * 186, y: 660 + (i % 2) * 10, h: 150 + (i % 3) * 26, fill: i % 2 ? c.moss : '#87977f' }),
    ),
    rect(0, 650, 1600, 250, '#93a088'),
    shape('M-20,740 Q400,690 820,740 T1620,720 V900 H-20 Z', '#7f8f74'),
    oval(330, 846, 140, 24, c.mud),
    oval(820, 836, 160, 28, c.mud),
    oval(1310, 850, 140, 24, c.mud),
    sapling(330, 842, 230),
    sapling(820, 832, 330),
    sapling(1310, 846, 190),
    shape('M730,836 Q780,780 820,782 Q872,780 914,836 Z', '#7b6650'),
    person({ x: 560, y: 846, h: 440, coat: c.red, legs: c.ink, right: [668, 640], left: [640, 720] }),
    vest(560, 846, 440),
    spade(690, 800, -22),
    person({ x: 1010, y: 840, h: 420, coat: c.red, legs: c.slate, long: true, left: [834, 620], right: [916, 690] }),
    vest(1010, 840, 420),
    person({ x: 1470, y: 862, h: 430, coat: c.red, legs: c.ink, left: [1390, 690], hair: '#8d8578' }),
    vest(1470, 862, 430),
    shape('M1326,690 h96 l-12,90 h-72z', c.gold),
    line('M1330,690 q44,-60 88,0', c.ink, 6),
    line('M1326,704 L1286,676', c.gold, 12),
    person({ x: 150, y: 850, h: 400, coat: c.red, legs: c.ink, left: [74, 700], right: [204, 690] }),
    vest(150, 850, 400),
    polygon(
      [
        [30, 690],
        [118, 690],
        [104, 772],
        [44, 772],
      ],
      c.slate,
    ),
    line('M34,690 q40,-44 80,0', c.ink, 5),
    oval(74, 692, 44, 9, '#a9c0c2'),
    bird(640, 210, 22, c.mud),
    bird(700, 236, 15, c.mud),
  )
}
