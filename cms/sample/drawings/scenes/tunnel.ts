import { bar, colour as c, disc, each, faint, line, polygon, rect, round, scene, shape, within } from '../pen.ts'
import { person } from '../people.ts'

export const tunnel = (): string => {
  const [cx, cy] = [880, 470]
  const tones = ['#26211d', '#332c26', '#453b33', '#5c5044', '#7a6b58', '#9d8a6e', '#c6b187', '#eee3cb']
  const arch = (i: number): string => {
    const k = 0.82 ** i * (1 - i * 0.055)
    const [w, h, foot] = [800 * k, 520 * k, cy + 520 * k]
    const x = cx + (1 - k) * 10
    return shape(
      `M${round(x - w)},${round(foot)} V${round(cy)} A${round(w)},${round(h)} 0 0 1 ${round(x + w)},${round(cy)} V${round(foot)} Z`,
      tones[i] ?? c.paper,
    )
  }
  return scene(
    c.night,
    each(8, arch),
    within(
      'mouth',
      shape('M768,590 V472 A113,81 0 0 1 1000,472 V590 Z', c.paper),
      shape('M700,590 V520 Q790,440 860,500 Q930,420 1060,510 V590 Z', c.moss),
      shape('M700,590 V546 Q840,500 930,536 Q990,500 1060,540 V590 Z', c.slate),
    ),
    polygon(
      [
        [858, 545],
        [916, 545],
        [1420, 900],
        [280, 900],
      ],
      c.bark,
    ),
    line('M887,560 V600 M887,624 L886,676 M886,706 V772 M885,812 V890', c.straw, 7),
    line('M850,548 L190,900 M924,548 L1506,900', c.gold, 7),
    each(7, (i) => {
      const k = 0.8 ** i
      return (
        disc(cx - 260 * k, cy - 400 * k, 15 * k, c.straw) +
        faint(0.22, disc(cx - 260 * k, cy - 400 * k, 38 * k, c.straw))
      )
    }),
    each(7, (i) => {
      const k = 0.8 ** i
      return (
        disc(cx + 280 * k, cy - 400 * k, 15 * k, c.straw) +
        faint(0.22, disc(cx + 280 * k, cy - 400 * k, 38 * k, c.straw))
      )
    }),
    person({ x: 520, y: 842, h: 330, coat: c.red, legs: c.night, helmet: c.sun, skin: '#c99f80', right: [604, 660] }),
    rect(488, 640, 64, 10, c.straw),
    rect(490, 600, 60, 8, c.straw),
    bar('M606,520 V842', c.cream, 9),
    bar('M606,560 V600 M606,640 V680 M606,720 V760', c.red, 9),
    person({ x: 722, y: 752, h: 210, coat: c.gold, legs: c.night, helmet: c.cream, skin: '#c99f80', left: [700, 630] }),
    rect(702, 626, 40, 7, c.cream),
    rect(703, 604, 38, 6, c.cream),
  )
}
