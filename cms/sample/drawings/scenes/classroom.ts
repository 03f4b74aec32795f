import { bar, colour as c, disc, each, line, rect, scene, shape } from '../pen.ts'
import { back, person } from '../people.ts'

export const classroom = (): string => {
  const chalk = '#dfe5d6'
  const desk = (x: number, y: number, k: number, coat: string, hair: string): string =>
    back(x, y + 8 * k, 128 * k, coat, hair) +
    rect(x - 120 * k, y, 240 * k, 22 * k, '#b48f5f', 4) +
    rect(x - 104 * k, y + 22 * k, 208 * k, 90 * k, '#8a6b46') +
    rect(x - 84 * k, y - 8 * k, 54 * k, 9 * k, c.cream, 2)
  const coats = [c.red, c.slate, c.gold, c.cream, c.pine, c.rust]
  return scene(
    c.parchment,
    rect(0, 640, 1600, 260, c.clay),
    rect(1330, 90, 210, 400, c.cream),
    rect(1346, 106, 178, 368, '#dbe0cf'),
    shape('M1346,474 V380 Q1430,300 1524,370 V474 Z', c.moss),
    bar('M1435,106 V474 M1346,270 H1524', c.cream, 10),
    rect(60, 90, 210, 400, c.cream),
    rect(76, 106, 178, 368, '#dbe0cf'),
    shape('M76,474 V360 Q160,300 254,390 V474 Z', c.moss),
    bar('M165,106 V474 M76,270 H254', c.cream, 10),
    rect(336, 70, 928, 410, '#7a5f45', 6),
    rect(352, 86, 896, 378, '#34483f'),
    line('M430,360 H1170 M430,360 L520,190 H1080 L1170,360', chalk, 5),
    each(5, (i) => line(`M${520 + i * 112},190 L${576 + i * 112},360 L${632 + i * 112},190`, chalk, 4)),
    each(6, (i) => disc(520 + i * 112, 190, 8, chalk)),
    disc(430, 360, 9, chalk),
    disc(1170, 360, 9, chalk),
    line('M430,410 H1170 M430,398 v24 M1170,398 v24', chalk, 3),
    line('M800,120 V176 M800,176 l-14,-16 M800,176 l14,-16', c.straw, 6),
    line('M396,376 l34,-14 l34,14z M1136,376 l34,-14 l34,14z', chalk, 4),
    rect(400, 462, 200, 10, c.cream, 3),
    rect(430, 455, 34, 8, c.straw, 3),
    rect(480, 455, 26, 8, c.cream, 3),
    person({ x: 1010, y: 700, h: 350, coat: c.red, legs: c.ink, left: [930, 330] }),
    line('M930,330 L836,238', c.straw, 6),
    rect(1080, 540, 190, 170, '#9a7a50', 6),
    rect(1066, 524, 218, 24, '#b48f5f', 4),
    rect(1110, 508, 90, 16, c.wine, 3),
    rect(1122, 494, 80, 14, c.cream, 3),
    each(6, (i) => desk(190 + i * 244, 690, 0.78, coats[(i * 2 + 1) % 6] ?? c.red, i % 3 === 1 ? c.bark : c.ink)),
    each(5, (i) => desk(176 + i * 312, 826, 1.12, coats[(i + 2) % 6] ?? c.red, i % 2 ? c.ink : c.bark)),
  )
}
