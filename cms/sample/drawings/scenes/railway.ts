import { cloud, fir, ridge, sunDisc } from '../nature.ts'
import { colour as c, each, line, polygon, rect, scene, shape } from '../pen.ts'

export const railway = (): string => {
  const rail = 596
  const body = `M-40,${rail - 16} V${rail - 150} H960 C1120,${rail - 150} 1250,${rail - 96} 1346,${rail - 48} Q1372,${rail - 30} 1362,${rail - 16} Z`
  return scene(
    c.paper,
    sunDisc(330, 210, 88, c.straw),
    cloud(980, 150, 1.2, c.cream),
    cloud(560, 235, 0.8, c.cream),
    ridge({ seed: 31, base: 560, rise: 300, fill: c.sage }),
    ridge({ seed: 8, base: 640, rise: 250, fill: c.moss, wave: 1.3 }),
    ridge({ seed: 14, base: 800, rise: 150, fill: c.slate, wave: 1.5 }),
    each(9, (i) => fir({ x: 60 + i * 190 + (i % 3) * 30, y: 830 + (i % 2) * 26, h: 100 + (i % 4) * 18, fill: c.pine })),
    rect(0, 836, 1600, 64, c.pine),
    each(5, (i) =>
      line(`M${120 + i * 340},${rail} V${rail - 262} h-62 M${120 + i * 340},${rail - 226} l-62,-22`, c.bark, 6),
    ),
    line(`M-20,${rail - 256} H1620`, c.bark, 2.5),
    line(`M-20,${rail - 212} H1620`, c.bark, 2),
    each(5, (i) =>
      polygon(
        [
          [95 + i * 340, rail + 60],
          [195 + i * 340, rail + 60],
          [176 + i * 340, 870],
          [114 + i * 340, 870],
        ],
        c.clay,
      ),
    ),
    each(5, (i) =>
      polygon(
        [
          [60 + i * 340, rail + 56],
          [230 + i * 340, rail + 56],
          [196 + i * 340, rail + 92],
          [94 + i * 340, rail + 92],
        ],
        c.clay,
      ),
    ),
    rect(-20, rail + 6, 1640, 52, c.sand),
    rect(-20, rail - 2, 1640, 12, c.earth),
    rect(-20, rail + 50, 1640, 9, c.earth),
    shape(body, c.cream),
    shape(`M-40,${rail - 16} V${rail - 46} H1352 Q1372,${rail - 30} 1362,${rail - 16} Z`, c.sand),
    shape(`M-40,${rail - 60} H1318 L1346,${rail - 48} H-40 Z`, c.red),
    shape(
      `M1062,${rail - 134} C1130,${rail - 124} 1190,${rail - 102} 1226,${rail - 84} H1108 Q1066,${rail - 90} 1062,${rail - 134} Z`,
      c.ink,
    ),
    each(18, (i) => (i % 9 === 4 ? '' : rect(-26 + i * 57, rail - 128, 42, 38, c.ink, 7))),
    each(2, (i) => rect(200 + i * 513, rail - 132, 40, 92, c.clay, 5)),
    line(`M456,${rail - 149} V${rail - 18} M969,${rail - 148} V${rail - 18}`, c.earth, 3),
    line(`M548,${rail - 150} l34,-30 l-36,-30 M516,${rail - 211} h62`, c.ink, 5),
    each(7, (i) => rect(30 + i * 190, rail - 18, 84, 18, c.ink, 6)),
  )
}
