import { fir, ridge, sunDisc } from '../nature.ts'
import { colour as c, each, line, rect, scene, shape } from '../pen.ts'

export const road = (): string => {
  const lane =
    'M560,900 C700,800 1190,800 1180,700 C1172,620 640,640 650,556 C660,488 1040,500 1046,438 C1050,396 850,402 846,334'
  return scene(
    '#e5dcc4',
    sunDisc(470, 190, 78),
    ridge({ seed: 9, base: 460, rise: 330, fill: c.mist, wave: 0.8 }),
    ridge({ seed: 27, base: 520, rise: 320, fill: c.sage, wave: 0.9 }),
    ridge({ seed: 17, base: 620, rise: 260, fill: c.moss }),
    ridge({ seed: 42, base: 700, rise: 230, fill: c.slate, wave: 1.2 }),
    ridge({ seed: 6, base: 820, rise: 170, fill: c.pine, wave: 1.6 }),
    shape(
      'M360,900 C640,770 1080,820 1104,710 C1110,660 596,668 606,556 C614,480 1010,486 1020,438 C1024,404 842,402 843,322 L850,322 C856,392 1070,390 1074,440 C1078,520 706,500 702,560 C698,616 1258,590 1266,704 C1272,816 900,810 800,900 Z',
      c.bark,
    ),
    line(lane, c.straw, 4, '26 20'),
    line('M366,896 C640,770 1080,820 1104,710 C1110,660 596,668 606,556 C614,480 1010,486 1020,438', c.cream, 4),
    line('M796,898 C900,810 1272,816 1266,704 C1258,590 698,616 702,560', c.cream, 4),
    each(7, (i) => fir({ x: 70 + i * 62, y: 770 + ((i * 37) % 60), h: 120 + ((i * 53) % 70), fill: c.deep })),
    each(6, (i) => fir({ x: 1330 + i * 56, y: 690 + ((i * 29) % 50), h: 110 + ((i * 41) % 60), fill: c.deep })),
    rect(1122, 690, 64, 30, c.red, 10),
    rect(1134, 677, 36, 18, c.cream, 6),
    rect(770, 590, 38, 18, c.cream, 6),
    rect(930, 468, 26, 13, c.gold, 4),
  )
}
