import { colour as c, disc, each, faint, line, mirror, polygon, rect, ring, round, scene, shape, turn } from '../pen.ts'

export const award = (): string => {
  const sprig =
    line('M800,726 A326,326 0 0 0 1082,237', c.gold, 7) +
    each(10, (i) => {
      const degrees = 74 - i * 11
      const a = (degrees * Math.PI) / 180
      const [x, y] = [800 + Math.cos(a) * 326, 400 + Math.sin(a) * 326]
      const leaf = (lean: number, fill: string): string =>
        turn(degrees + lean, x, y, shape(`M${round(x)},${round(y)} q-26,-40 0,-92 q26,52 0,92z`, fill))
      return leaf(44, c.straw) + leaf(-44, c.gold)
    })
  return scene(
    '#7f1417',
    each(7, (i) => ring(800, 400, 420 + i * 110, '#8d1d20', 3 + i * 5)),
    faint(
      0.8,
      each(22, (i) =>
        turn(
          (i * 47) % 90,
          round((i * 229) % 1600),
          (i * 97) % 500,
          rect((i * 229) % 1600, (i * 97) % 500, 20, 9, i % 3 ? c.straw : c.blush, 2),
        ),
      ),
    ),
    sprig,
    mirror(800, sprig),
    polygon(
      [
        [690, 520],
        [620, 826],
        [706, 776],
        [760, 846],
        [800, 560],
      ],
      '#b98d3c',
    ),
    polygon(
      [
        [910, 520],
        [980, 826],
        [894, 776],
        [840, 846],
        [800, 560],
      ],
      c.gold,
    ),
    each(28, (i) => turn((360 / 28) * i, 800, 400, shape('M772,400 L782,148 Q800,128 818,148 L828,400 Z', c.straw))),
    disc(800, 400, 216, c.gold),
    disc(800, 400, 196, c.cream),
    ring(800, 400, 178, c.gold, 4),
    line('M660,466 Q800,440 940,466', c.red, 11),
    line('M800,268 V520', c.ink, 13),
    each(9, (i) =>
      line(`M800,${286 + i * 13} L${782 - i * 13},456 M800,${286 + i * 13} L${818 + i * 13},456`, c.red, 3.4),
    ),
    line('M700,506 q25,-14 50,0 t50,0 t50,0 t50,0', c.slate, 5),
    line('M736,528 q21,-12 42,0 t42,0 t42,0', c.slate, 5),
    each(2, (k) => {
      const x = 150 + k * 1040
      return turn(
        k ? 6 : -6,
        x + 130,
        640,
        rect(x, 530, 260, 190, c.cream, 4) +
          `<rect x="${x + 14}" y="544" width="232" height="162" fill="none" stroke="${c.gold}" stroke-width="5"/>` +
          line(`M${x + 50},590 h160 M${x + 50},620 h160 M${x + 50},650 h90`, c.clay, 7) +
          disc(x + 200, 664, 20, c.red),
      )
    }),
  )
}
