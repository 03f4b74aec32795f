/** One frame of the lesson film: a slide of 960×540 at a moment of its shot. */

import { sunDisc } from '../nature.ts'
import { colour as c, canvas, disc, each, faint, line, mirror, oval, rect, round, shape, turn } from '../pen.ts'
import { sitter } from '../people.ts'
import { PARTS, type Shot } from './script.ts'

/** After this many seconds a slide stands still. */
export const MOVES_FOR_S = 1.8

const SERIF = 'Noto Serif CJK SC, Source Han Serif SC, serif'
const SANS = 'Noto Sans CJK SC, Source Han Sans SC, sans-serif'

/** Rows of writing that belong to each part of the report. */
const ROWS = [3, 4, 2, 3, 1]

const ease = (t: number): number => 1 - (1 - Math.max(0, Math.min(1, t))) ** 3

const write = (
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  { bold = false, serif = false, middle = false } = {},
): string =>
  `<text x="${round(x)}" y="${round(y)}" font-family="${serif ? SERIF : SANS}" font-size="${size}" ` +
  `font-weight="${bold ? 700 : 400}" fill="${fill}"${middle ? ' text-anchor="middle"' : ''}>${text}</text>`

export function slide({ lines, picture }: Shot, second: number): string {
  if (picture.kind === 'cover') return cover(lines, second)
  const part = picture.kind === 'sheet' ? picture.part : picture.kind === 'talk' ? PARTS.length : -1
  const writing = picture.kind === 'sheet' && picture.writes ? ease(second / MOVES_FOR_S) : 1
  return canvas(
    960,
    540,
    rect(0, 0, 960, 540, c.cream),
    rect(0, 0, 960, 6, c.banner),
    rect(64, 50, 34, 4, c.red),
    write('怎样写好一份思想汇报', 64, 82, 18, '#675e55'),
    lines
      .map((text, index) => {
        const shown = ease((second - index * 0.18) / 0.5)
        const y = 234 + index * 60 - (lines.length - 1) * 14 + (1 - shown) * 14
        return faint(round(shown * 100) / 100, write(text, 64, y, 38, c.night, { bold: true, serif: true }))
      })
      .join(''),
    picture.kind === 'talk' ? talk() : sheet(part, writing),
    route(part, ease(second / 0.8)),
  )
}

function cover(lines: readonly string[], second: number): string {
  const page = each(13, (i) =>
    line(
      `M700,430 C${660 - i * 8},${370 - i * 12} ${580 - i * 4},${366 - i * 14} ${500 + i * 5},${400 - i * 20}`,
      i % 2 ? c.straw : c.cream,
      2,
    ),
  )
  return canvas(
    960,
    540,
    rect(0, 0, 960, 540, c.banner),
    faint(0.75, page, mirror(700, page)),
    line('M700,120 V430', c.straw, 2),
    disc(700, 106, 12, c.straw),
    rect(72, 150, 48, 5, c.straw),
    write('发展党员工作实务', 72, 192, 22, c.straw),
    lines
      .map((text, index) => {
        const shown = ease((second - 0.2 - index * 0.25) / 0.7)
        const y = 274 + index * 78 + (1 - shown) * 16
        return faint(round(shown * 100) / 100, write(text, 72, y, 60, c.cream, { bold: true, serif: true }))
      })
      .join(''),
    write('陕西交通职业技术学院党委组织部', 72, 440, 20, c.straw),
  )
}

/** The report as a sheet: written parts in ink, the present one in red and growing, the rest as faint rules. */
function sheet(part: number, writing: number): string {
  let y = 136
  const rows = ROWS.map((count, index) => {
    const drawn = each(count, (row) => {
      const last = row === count - 1
      const [x, width] = index === 4 ? [762, 80] : [644 + (row === 0 ? 24 : 0), last ? 120 : row === 0 ? 174 : 198]
      const now = index === part ? Math.max(0, Math.min(1, writing * count - row)) : 1
      const rule = line(`M${x},${y} h${width}`, '#e6dccb', 4)
      const ink =
        index <= part && now > 0.02 ? line(`M${x},${y} h${round(width * now)}`, index === part ? c.red : c.bark, 5) : ''
      y += 18
      return rule + ink
    })
    y += 8
    return drawn
  })
  return (
    rect(622, 76, 256, 346, '#e9dfcd', 3) +
    rect(614, 68, 256, 346, '#fffdf9', 3) +
    line('M694,104 h96', part < 0 ? '#e6dccb' : c.ink, 7) +
    rows.join('') +
    (part < 0 ? pen(700, 300) : '')
  )
}

const pen = (x: number, y: number): string =>
  turn(
    -38,
    x,
    y,
    rect(x, y - 9, 190, 18, c.red, 9),
    rect(x + 130, y - 9, 12, 18, c.straw),
    shape(`M${x},${y - 9} L${x - 34},${y} L${x},${y + 9} Z`, c.ink),
  )

const talk = (): string =>
  sunDisc(866, 110, 34, c.sun) +
  oval(740, 420, 190, 14, '#e6dccb') +
  rect(676, 318, 128, 12, '#b48f5f', 3) +
  rect(732, 330, 16, 84, '#8a6b46') +
  rect(586, 352, 74, 12, '#8a6b46', 3) +
  rect(592, 364, 10, 52, '#8a6b46') +
  rect(644, 364, 10, 52, '#8a6b46') +
  rect(820, 352, 74, 12, '#8a6b46', 3) +
  rect(826, 364, 10, 52, '#8a6b46') +
  rect(878, 364, 10, 52, '#8a6b46') +
  sitter({ x: 628, y: 352, h: 250, coat: c.red, facing: 1, right: [722, 296] }) +
  sitter({ x: 852, y: 352, h: 250, coat: c.pine, legs: c.bark, hair: '#8d8578', facing: -1, right: [766, 300] }) +
  turn(-6, 744, 290, rect(716, 258, 54, 64, '#fffdf9', 2), line('M726,274 h34 M726,286 h34 M726,298 h22', c.red, 3)) +
  rect(782, 300, 16, 18, c.cream, 4)

/** The way through the report as a line with stations, the portal's motif for any procedure. */
function route(part: number, arrival: number): string {
  const at = (index: number): number => 120 + index * 180
  const reached =
    part < 0 ? 64 : Math.min(896, at(Math.min(part, 4) - 1 + (part > 4 ? 1 : arrival)) + (part > 4 ? 56 * arrival : 0))
  return (
    line('M64,468 H896', '#e0d6c4', 4) +
    line(`M64,468 H${round(Math.max(64, reached))}`, c.red, 4) +
    PARTS.map((name, index) => {
      const [done, now] = [index <= part, index === part]
      const dot =
        disc(at(index), 468, now ? 12 : 9, done ? c.red : '#cfc3ae') + disc(at(index), 468, now ? 6 : 4.5, c.cream)
      return dot + write(name, at(index), 506, 18, now ? c.red : done ? c.bark : '#857a6b', { bold: now, middle: true })
    }).join('')
  )
}
