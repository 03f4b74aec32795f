/** Figures without faces: a head, a coat, two hands. */

import { colour, disc, line, oval, type Point, rect, round, shape } from './pen.ts'

export interface Figure {
  x: number
  /** Where the feet stand. */
  y: number
  h: number
  coat: string
  legs?: string
  hair?: string
  skin?: string
  helmet?: string
  /** Hands, in picture coordinates; hanging when left out. */
  left?: Point
  right?: Point
  long?: boolean
  /** Seen from behind: hair all round. */
  rear?: boolean
}

const SKIN = '#dcb597'

const arm = (shoulder: Point, hand: Point, sag: number, width: number, coat: string, skin: string): string => {
  const [bendX, bendY] = [(shoulder[0] + hand[0]) / 2, (shoulder[1] + hand[1]) / 2 + sag]
  return (
    line(
      `M${round(shoulder[0])},${round(shoulder[1])} Q${round(bendX)},${round(bendY)} ${round(hand[0])},${round(hand[1])}`,
      coat,
      width,
    ) + disc(hand[0], hand[1], width * 0.52, skin)
  )
}

const head = (
  x: number,
  y: number,
  r: number,
  {
    hair,
    skin,
    helmet,
    long,
    rear,
  }: Required<Pick<Figure, 'hair' | 'skin'>> & Pick<Figure, 'helmet' | 'long' | 'rear'>,
): string =>
  (long
    ? shape(`M${x - r * 1.05},${y} a${r * 1.05},${r * 1.05} 0 0 1 ${r * 2.1},0 v${r * 1.25} h${-r * 2.1}z`, hair)
    : '') +
  disc(x, y, rear ? r * 1.04 : r, rear ? hair : skin) +
  (helmet
    ? shape(`M${x - r * 1.1},${y - r * 0.15} a${r * 1.1},${r * 1.12} 0 0 1 ${r * 2.2},0z`, helmet) +
      rect(x - r * 1.4, y - r * 0.28, r * 2.8, r * 0.28, helmet, r * 0.14)
    : shape(
        `M${x - r * 1.04},${y + r * 0.1} a${r * 1.04},${r * 1.12} 0 0 1 ${r * 2.08},0 q${-r},${-r * 0.75} ${-r * 2.08},0z`,
        hair,
      ))

export const person = (figure: Figure): string => {
  const { x, y, h, coat, legs = colour.ink, hair = colour.ink, skin = SKIN, helmet, long, rear } = figure
  const u = h / 8
  const width = u * 0.72
  const shoulderL: Point = [x - u * 0.95, y - u * 6.05]
  const shoulderR: Point = [x + u * 0.95, y - u * 6.05]
  const handL = figure.left ?? [x - u * 1.35, y - u * 3.5]
  const handR = figure.right ?? [x + u * 1.35, y - u * 3.5]
  return (
    line(`M${round(x - u * 0.5)},${round(y - u * 3.6)} L${round(x - u * 0.58)},${round(y - u * 0.3)}`, legs, u * 0.95) +
    line(`M${round(x + u * 0.5)},${round(y - u * 3.6)} L${round(x + u * 0.58)},${round(y - u * 0.3)}`, legs, u * 0.95) +
    line(`M${round(x)},${round(y - u * 6.4)} V${round(y - u * 6.9)}`, skin, u * 0.5) +
    shape(
      `M${round(x - u * 1.3)},${round(y - u * 5.7)} q0,${round(-u * 0.75)} ${round(u * 0.8)},${round(-u * 0.8)} h${round(u)} ` +
        `q${round(u * 0.8)},0 ${round(u * 0.8)},${round(u * 0.8)} L${round(x + u * 1.08)},${round(y - u * 3.2)} H${round(x - u * 1.08)} Z`,
      coat,
    ) +
    arm(shoulderL, handL, u * 0.4, width, coat, skin) +
    arm(shoulderR, handR, u * 0.4, width, coat, skin) +
    head(x, y - u * 7.3, u * 0.68, { hair, skin, helmet, long, rear })
  )
}

/** Seated, seen from the side; `facing` 1 looks right. (x, y) is the seat under the hips, h a standing person's height. */
export const sitter = (figure: Figure & { facing: 1 | -1 }): string => {
  const { x, y, h, coat, legs = colour.ink, hair = colour.ink, skin = SKIN, helmet, long, facing } = figure
  const u = h / 8
  const shoulder: Point = [x + u * 0.15 * facing, y - u * 2.5]
  const hand = figure.right ?? [x + u * 2.1 * facing, y - u * 1.0]
  const knee = x + u * 2.05 * facing
  return (
    line(
      `M${round(x)},${round(y - u * 0.45)} H${round(knee)} L${round(knee + u * 0.1 * facing)},${round(y + u * 1.75)} h${round(u * 0.5 * facing)}`,
      legs,
      u * 0.9,
    ) +
    line(`M${round(x + u * 0.15 * facing)},${round(y - u * 3)} V${round(y - u * 3.5)}`, skin, u * 0.5) +
    line(`M${round(x)},${round(y - u * 0.7)} L${round(x + u * 0.12 * facing)},${round(y - u * 2.4)}`, coat, u * 1.7) +
    arm(shoulder, hand, u * 0.55, u * 0.7, coat, skin) +
    head(x + u * 0.2 * facing, y - u * 3.95, u * 0.68, { hair, skin, helmet, long })
  )
}

/** Head and shoulders from behind. (x, y) is the middle of the lower edge. */
export const back = (x: number, y: number, w: number, coat: string, hair: string = colour.ink): string =>
  shape(
    `M${round(x - w / 2)},${round(y)} v${round(-w * 0.3)} a${round(w / 2)},${round(w * 0.36)} 0 0 1 ${round(w)},0 v${round(w * 0.3)}z`,
    coat,
  ) +
  rect(x - w * 0.09, y - w * 0.78, w * 0.18, w * 0.2, SKIN) +
  disc(x, y - w * 0.92, w * 0.25, hair)

/** From above: shoulders, head, two sleeves reaching towards the middle of a table. `angle` in degrees. */
export const fromAbove = (
  x: number,
  y: number,
  size: number,
  angle: number,
  coat: string,
  hair: string = colour.ink,
): string =>
  `<g transform="translate(${round(x)} ${round(y)}) rotate(${round(angle)})">` +
  line(`M${-size * 0.72},0 Q${-size * 0.8},${-size * 0.6} ${-size * 0.34},${-size * 0.92}`, coat, size * 0.34) +
  line(`M${size * 0.72},0 Q${size * 0.8},${-size * 0.6} ${size * 0.34},${-size * 0.92}`, coat, size * 0.34) +
  disc(-size * 0.34, -size * 0.95, size * 0.16, SKIN) +
  disc(size * 0.34, -size * 0.95, size * 0.16, SKIN) +
  oval(0, 0, size * 0.95, size * 0.46, coat) +
  disc(0, -size * 0.08, size * 0.42, hair) +
  `</g>`

/** Two bright stripes over the coat of a `person` standing there, drawn after it. */
export const vest = (x: number, y: number, h: number): string => {
  const u = h / 8
  return (
    rect(x - u * 1.1, y - u * 5.0, u * 2.2, u * 0.24, colour.straw) +
    rect(x - u * 1.1, y - u * 4.3, u * 2.2, u * 0.24, colour.straw)
  )
}
