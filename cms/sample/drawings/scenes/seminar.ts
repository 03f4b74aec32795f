import { colour as c, disc, each, faint, line, oval, rect, round, scene } from '../pen.ts'
import { fromAbove } from '../people.ts'

export const seminar = (): string => {
  const coats = [c.red, c.pine, c.cream, c.gold, c.slate, c.wine, c.ink, c.rust, c.moss, c.straw]
  const seat = (i: number): string => {
    const a = (i / 10) * Math.PI * 2 + 0.18
    const [x, y] = [800 + Math.cos(a) * 500, 450 + Math.sin(a) * 338]
    const angle = (Math.atan2(Math.sin(a) * 1.45, Math.cos(a)) * 180) / Math.PI - 90
    return (
      `<g transform="translate(${round(x + Math.cos(a) * 34)} ${round(y + Math.sin(a) * 34)}) rotate(${round(angle)})">${rect(-62, -20, 124, 78, '#8a6b46', 26)}</g>` +
      fromAbove(x, y, 66, angle, coats[i] ?? c.red, i % 3 === 2 ? '#8d8578' : c.ink)
    )
  }
  const setting = (i: number): string => {
    const a = (i / 10) * Math.PI * 2 + 0.18
    const angle = (Math.atan2(Math.sin(a) * 1.45, Math.cos(a)) * 180) / Math.PI - 90
    return (
      `<g transform="translate(${round(800 + Math.cos(a) * 352)} ${round(450 + Math.sin(a) * 214)}) rotate(${round(angle)})">` +
      rect(-40, -26, 78, 54, c.cream, 3) +
      line('M-26,-10 h48 M-26,4 h40 M-26,18 h46', '#c8b695', 3.5) +
      line('M-1,-26 v54', '#e3d6bd', 2) +
      disc(66, -6, 19, '#fffdf9') +
      disc(66, -6, 13, i % 2 ? '#b98d4a' : '#8fa070') +
      `</g>`
    )
  }
  return scene(
    '#cfc3aa',
    each(9, (i) => line(`M0,${50 + i * 100} H1600`, '#c2b598', 3)),
    each(9, (j) => each(6, (i) => line(`M${(j % 2) * 140 + i * 290},${50 + j * 100} v-100`, '#c2b598', 3))),
    oval(800, 458, 730, 420, '#b9a684'),
    faint(0.2, oval(808, 474, 432, 284, c.ink)),
    oval(800, 450, 432, 284, '#8a6b46'),
    oval(800, 444, 424, 276, '#b48f5f'),
    oval(800, 444, 232, 128, c.banner),
    each(10, setting),
    rect(760, 408, 80, 70, c.bark, 10),
    disc(776, 420, 26, c.moss),
    disc(824, 424, 24, c.pine),
    disc(800, 452, 28, c.slate),
    disc(798, 424, 16, c.straw),
    disc(826, 456, 12, c.sun),
    disc(770, 450, 11, c.sun),
    each(10, seat),
  )
}
