import { bird, ridge, ripples, sunDisc } from '../nature.ts'
import { colour as c, each, line, polygon, rect, scene } from '../pen.ts'

const gorge = (x: number): number => 0.25 + 0.75 * Math.min(1, Math.abs(x - 860) / 620)

export const bridge = (): string => {
  const deck = 585
  const [mast, top] = [640, 96]
  const cables = each(22, (i) => {
    const y = top + 60 + i * 9
    const reach = 62 + i * 27
    return line(
      `M${mast},${y} L${mast - reach * 0.98},${deck} M${mast},${y} L${mast + reach * 1.28},${deck}`,
      c.cream,
      2.4,
    )
  })
  const pier = (x: number, foot: number): string =>
    polygon(
      [
        [x - 11, deck],
        [x + 11, deck],
        [x + 17, foot],
        [x - 17, foot],
      ],
      c.ink,
    )
  return scene(
    c.parchment,
    sunDisc(1180, 226, 96),
    ridge({ seed: 11, base: 620, rise: 470, fill: c.sage, profile: gorge }),
    ridge({ seed: 5, base: 690, rise: 400, fill: c.moss, profile: gorge, wave: 1.1 }),
    ridge({ seed: 23, base: 790, rise: 330, fill: c.slate, profile: gorge, wave: 0.9 }),
    rect(0, 782, 1600, 118, c.sand),
    ripples(4, 796, 900, '#b9ab8e', 9),
    pier(160, 800),
    pier(1240, 800),
    pier(1460, 800),
    cables,
    line(
      `M${mast},${top} V${top + 270} L${mast - 62},${deck} L${mast - 40},812 M${mast},${top + 270} L${mast + 62},${deck} L${mast + 40},812`,
      c.ink,
      21,
    ),
    rect(mast - 56, 628, 112, 14, c.ink),
    rect(-20, deck, 1640, 19, c.ink),
    rect(-20, deck - 10, 1640, 6, c.red),
    rect(mast - 82, 806, 164, 18, c.bark, 4),
    rect(905, 552, 46, 24, c.gold, 3),
    rect(953, 560, 17, 16, c.red, 3),
    rect(330, 562, 30, 14, c.cream, 5),
    rect(1120, 562, 30, 14, c.straw, 5),
    bird(960, 250, 24, c.bark),
    bird(1024, 288, 17, c.bark),
    bird(905, 300, 14, c.bark),
  )
}
