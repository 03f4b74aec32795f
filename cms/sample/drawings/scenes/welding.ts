import { colour as c, chance, disc, each, faint, line, polygon, rect, round, scene, shape, turn } from '../pen.ts'

export const welding = (): string => {
  const next = chance(77)
  const sparks = each(90, () => {
    const angle = -Math.PI * (0.04 + next() * 0.92)
    const [near, far] = [40 + next() * 210, 20 + next() * 60]
    const [x, y] = [890 + Math.cos(angle) * near, 640 + Math.sin(angle) * near * 0.82 + (near / 60) ** 2 * 3]
    return line(
      `M${round(x)},${round(y)} l${round(Math.cos(angle) * far)},${round(Math.sin(angle) * far * 0.8 + 8)}`,
      next() > 0.4 ? c.straw : '#e08a3c',
      2 + next() * 3,
    )
  })
  return scene(
    '#211b18',
    each(5, (i) => rect(60 + i * 340, 0, 26, 900, '#2a2320')),
    rect(0, 120, 1600, 34, '#2e2622'),
    each(20, (i) => line(`M${i * 84},154 l42,70 l42,-70`, '#2e2622', 10)),
    rect(0, 222, 1600, 14, '#2e2622'),
    faint(0.16, disc(890, 640, 520, '#c9752f')),
    faint(0.2, disc(890, 640, 340, '#e08a3c')),
    faint(0.34, disc(890, 640, 190, c.sun)),
    rect(0, 770, 1600, 130, '#171310'),
    rect(640, 664, 900, 40, '#54483d'),
    rect(640, 664, 900, 8, '#8f7a5d'),
    rect(720, 704, 30, 90, '#3b322b'),
    rect(1400, 704, 30, 90, '#3b322b'),
    rect(880, 470, 260, 196, '#463b33'),
    rect(896, 470, 228, 12, '#8f7a5d'),
    rect(1000, 482, 20, 184, '#54483d'),
    rect(876, 650, 280, 18, '#8f7a5d'),
    shape('M180,900 Q190,560 320,500 Q440,460 540,520 Q620,570 640,900 Z', c.wine),
    shape('M330,900 Q330,600 420,530 Q520,560 560,640 L590,900 Z', c.red),
    line('M500,590 Q600,700 740,640', c.red, 96),
    line('M728,646 L800,634', '#b38b3e', 76),
    line('M800,628 L850,600', '#b38b3e', 34),
    line('M806,640 L884,640', c.night, 14),
    line('M840,610 L884,642', '#cfc6b0', 6),
    line('M760,690 Q600,820 680,900', c.night, 18),
    shape('M372,500 Q352,300 470,276 Q590,262 604,380 L622,470 Q620,540 540,552 L440,548 Z', c.ink),
    shape('M372,500 Q352,300 470,276 Q590,262 604,380 L606,394 L396,410 Z', '#4a3d31'),
    polygon(
      [
        [500, 398],
        [610, 388],
        [618, 444],
        [508, 456],
      ],
      c.night,
    ),
    polygon(
      [
        [514, 408],
        [600, 400],
        [606, 434],
        [520, 442],
      ],
      '#d98a35',
    ),
    polygon(
      [
        [560, 404],
        [600, 400],
        [606, 434],
        [580, 437],
      ],
      c.straw,
    ),
    line('M470,276 Q590,262 604,380 L622,470', c.sun, 6),
    line('M540,520 Q600,560 622,640', '#e08a3c', 6),
    sparks,
    disc(890, 640, 34, '#fff3d6'),
    disc(890, 640, 17, '#ffffff'),
    each(8, (i) =>
      turn(
        i * 45 + 12,
        890,
        640,
        polygon(
          [
            [886, 640],
            [894, 640],
            [890, 560 - (i % 2) * 34],
          ],
          '#fff3d6',
        ),
      ),
    ),
  )
}
