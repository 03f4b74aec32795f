import { bird, ridge, sunDisc } from '../nature.ts'
import { colour as c, disc, faint, line, oval, polygon, rect, scene, shape } from '../pen.ts'
import { person } from '../people.ts'

export const drone = (): string => {
  const terrace = (k: number, fill: string): string =>
    shape(
      `M-20,${560 + k * 42} Q${300 + k * 20},${500 + k * 46} ${700 - k * 16},${566 + k * 44} T1620,${530 + k * 50} V900 H-20 Z`,
      fill,
    )
  const rotor = (x: number, y: number, k: number): string =>
    oval(x, y - 26 * k, 104 * k, 11 * k, c.mud).replace('/>', ' opacity=".55"/>') +
    rect(x - 8 * k, y - 28 * k, 16 * k, 40 * k, c.ink, 4) +
    rect(x - 17 * k, y, 34 * k, 26 * k, c.ink, 6)
  return scene(
    '#ece2cb',
    sunDisc(290, 210, 84),
    ridge({ seed: 13, base: 520, rise: 270, fill: c.mist }),
    ridge({ seed: 37, base: 560, rise: 220, fill: c.sage, wave: 0.9 }),
    ridge({ seed: 40, base: 620, rise: 150, fill: c.moss }),
    terrace(0, '#8f9b7c'),
    terrace(1, c.straw),
    terrace(2, '#9aa67f'),
    terrace(3, c.sun),
    terrace(4, '#7f8f74'),
    terrace(5, '#d9b765'),
    terrace(6, c.slate),
    terrace(7, c.pine),
    faint(
      0.28,
      polygon(
        [
          [880, 392],
          [920, 392],
          [1240, 792],
          [600, 792],
        ],
        '#fffbe9',
      ),
    ),
    line('M600,792 L880,392 M1240,792 L920,392', c.red, 3, '10 12'),
    oval(920, 792, 322, 46, '#fffbe955'),
    `<ellipse cx="920" cy="792" rx="322" ry="46" fill="none" stroke="${c.red}" stroke-width="3" stroke-dasharray="10 12"/>`,
    line('M670,250 H1130', c.ink, 22),
    line('M740,250 L800,310 H1000 L1060,250', c.ink, 16),
    shape('M780,300 Q790,236 860,230 H940 Q1010,236 1020,300 Q1000,330 900,332 Q800,330 780,300 Z', c.red),
    shape('M838,252 H962 Q980,262 984,282 H816 Q822,262 838,252 Z', c.wine),
    rotor(680, 232, 1.15),
    rotor(1120, 232, 1.15),
    rotor(790, 214, 0.8),
    rotor(1010, 214, 0.8),
    line('M820,320 L786,398 H840 M980,320 L1014,398 H960', c.ink, 10),
    rect(868, 330, 64, 50, c.ink, 12),
    disc(900, 364, 24, c.slate),
    disc(900, 364, 12, c.straw),
    person({ x: 250, y: 866, h: 250, coat: c.red, legs: c.ink, right: [286, 720], left: [216, 720] }),
    rect(206, 706, 92, 30, c.ink, 8),
    line('M214,706 l-10,-34 M290,706 l10,-34', c.ink, 5),
    person({ x: 380, y: 874, h: 236, coat: c.cream, legs: c.slate, long: true, right: [452, 690] }),
    bird(1340, 240, 22, c.mud),
    bird(1400, 270, 15, c.mud),
  )
}
