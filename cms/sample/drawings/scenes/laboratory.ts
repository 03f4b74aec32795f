import { colour as c, disc, each, line, polygon, rect, scene, shape, turn } from '../pen.ts'
import { person } from '../people.ts'

export const laboratory = (): string => {
  const flask = (x: number, y: number, k: number, liquid: string): string =>
    shape(
      `M${x - 16 * k},${y - 150 * k} V${y - 92 * k} L${x - 66 * k},${y - 10 * k} Q${x - 68 * k},${y} ${x - 56 * k},${y} H${x + 56 * k} Q${x + 68 * k},${y} ${x + 66 * k},${y - 10 * k} L${x + 16 * k},${y - 92 * k} V${y - 150 * k} Z`,
      '#f7f4ea',
    ) +
    shape(
      `M${x - 40 * k},${y - 52 * k} L${x - 66 * k},${y - 10 * k} Q${x - 68 * k},${y} ${x - 56 * k},${y} H${x + 56 * k} Q${x + 68 * k},${y} ${x + 66 * k},${y - 10 * k} L${x + 40 * k},${y - 52 * k} Z`,
      liquid,
    ) +
    rect(x - 24 * k, y - 160 * k, 48 * k, 14 * k, '#f7f4ea', 6) +
    disc(x - 14 * k, y - 26 * k, 6 * k, '#ffffff66') +
    disc(x + 18 * k, y - 38 * k, 4 * k, '#ffffff66')
  const tube = (x: number, y: number, liquid: string, level: number): string =>
    rect(x - 14, y - 130, 28, 140, '#f7f4ea', 14) + rect(x - 14, y + 10 - level, 28, level, liquid, 14)
  return scene(
    '#cfd5c8',
    rect(120, 70, 620, 16, c.pine),
    rect(120, 246, 620, 16, c.pine),
    each(
      6,
      (i) =>
        rect(
          150 + i * 96,
          130 - (i % 2) * 24,
          62,
          116 + (i % 2) * 24,
          [c.rust, c.cream, c.gold, c.slate, c.straw, c.pine][i] ?? c.cream,
          8,
        ) +
        rect(164 + i * 96, 112 - (i % 2) * 24, 34, 22, c.bark, 3) +
        rect(156 + i * 96, 176, 50, 36, '#fbf6eacc', 2),
    ),
    each(8, (i) =>
      rect(
        140 + i * 36,
        326 + (i % 3) * 10,
        28,
        100 - (i % 3) * 10,
        [c.red, c.cream, c.slate, c.gold][i % 4] ?? c.red,
        2,
      ),
    ),
    rect(120, 426, 320, 14, c.pine),
    rect(1010, 80, 500, 300, c.cream, 6),
    line('M1060,340 V120 M1060,340 H1470', c.ink, 5),
    line('M1060,330 C1130,316 1150,180 1220,160 C1290,146 1320,200 1380,216 S1440,250 1462,254', c.red, 7),
    line('M1060,336 C1150,330 1200,270 1270,256 S1400,250 1462,200', c.gold, 5, '14 12'),
    disc(1220, 160, 11, c.red),
    each(5, (i) => line(`M1060,${296 - i * 40} h-10 M${1130 + i * 72},340 v10`, c.ink, 4)),
    rect(0, 690, 1600, 30, c.cream),
    rect(0, 720, 1600, 180, c.slate),
    each(5, (i) => rect(40 + i * 320, 746, 280, 140, '#61706a', 6) + rect(150 + i * 320, 766, 60, 10, c.cream, 5)),
    rect(700, 664, 260, 28, c.ink, 8),
    shape('M884,664 Q960,560 880,470 L852,494 Q908,566 846,664 Z', c.ink),
    rect(700, 576, 170, 20, c.ink, 5),
    rect(736, 566, 92, 9, c.straw),
    turn(
      -24,
      800,
      450,
      rect(770, 330, 60, 180, c.ink, 10),
      rect(776, 296, 48, 44, c.red, 6),
      rect(784, 270, 32, 28, c.ink, 4),
      rect(782, 510, 36, 40, c.gold, 5),
    ),
    disc(884, 610, 28, c.gold),
    disc(884, 610, 12, c.ink),
    disc(780, 628, 17, c.straw),
    flask(470, 690, 1.15, c.red),
    flask(306, 690, 0.86, c.gold),
    rect(80, 600, 150, 14, c.bark, 4),
    rect(80, 674, 150, 16, c.bark, 4),
    rect(88, 600, 10, 84, c.bark),
    rect(212, 600, 10, 84, c.bark),
    tube(118, 660, c.red, 60),
    tube(156, 660, c.moss, 84),
    tube(194, 660, c.straw, 48),
    person({
      x: 1170,
      y: 912,
      h: 480,
      coat: '#fffdf8',
      legs: c.ink,
      long: true,
      left: [1070, 610],
      right: [1256, 600],
    }),
    line('M1170,572 V694', '#ddd4c4', 4),
    polygon(
      [
        [1146, 530],
        [1170, 570],
        [1194, 530],
      ],
      c.red,
    ),
    line('M1070,624 V560', c.cream, 12),
    rect(1058, 520, 26, 110, '#f7f4ea', 13),
    rect(1058, 566, 26, 64, c.rust, 13),
    rect(1234, 560, 60, 84, c.gold, 4),
    rect(1242, 570, 44, 62, c.cream, 2),
    line('M1250,586 h28 M1250,602 h28 M1250,618 h18', c.clay, 3),
    rect(0, 690, 1040, 30, c.cream),
    rect(1300, 690, 300, 30, c.cream),
    rect(1400, 600, 130, 90, c.pine, 8),
    rect(1418, 616, 94, 42, '#dbe6cf', 4),
    line('M1430,646 l16,-18 l14,10 l22,-16 l18,14', c.red, 4),
    rect(1040, 700, 260, 20, c.cream),
    rect(1040, 720, 260, 180, c.slate),
    rect(1040, 746, 240, 140, '#61706a', 6),
  )
}
