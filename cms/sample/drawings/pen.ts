/** Strokes and shapes from which every sample picture is put together; each function returns SVG text. */

export type Point = readonly [x: number, y: number]

export const colour = {
  cream: '#fbf6ea',
  paper: '#f1e7d4',
  parchment: '#eadfc9',
  sand: '#d9cdb4',
  clay: '#c9b79c',
  earth: '#a2917b',
  mud: '#6a5a49',
  bark: '#4c4239',
  ink: '#33291f',
  night: '#1d1916',
  mist: '#d8d5c3',
  sage: '#c3bfa9',
  moss: '#9aa294',
  slate: '#6d7c73',
  pine: '#4b5b53',
  deep: '#34423c',
  straw: '#ecd49c',
  sun: '#e6b96c',
  gold: '#b38b3e',
  blush: '#d9a58f',
  rust: '#a4504a',
  red: '#96191c',
  banner: '#8a171a',
  wine: '#5a1417',
  maroon: '#2b1513',
} as const

export const rect = (x: number, y: number, w: number, h: number, fill: string, radius = 0): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${radius}" fill="${fill}"/>`

export const disc = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"/>`

export const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"/>`

export const ring = (x: number, y: number, r: number, stroke: string, width: number): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`

export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`

export const line = (d: string, stroke: string, width: number, dash = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round" ` +
  `stroke-linejoin="round"${dash && ` stroke-dasharray="${dash}"`}/>`

/** A line whose ends are cut straight, for masts, kerbs and rails. */
export const bar = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${round(width)}"/>`

export const polygon = (points: readonly Point[], fill: string): string =>
  `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="${fill}"/>`

export const faint = (opacity: number, ...parts: string[]): string => `<g opacity="${opacity}">${parts.join('')}</g>`

export const move = (x: number, y: number, scale: number, ...parts: string[]): string =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${scale})">${parts.join('')}</g>`

export const mirror = (axis: number, ...parts: string[]): string =>
  `<g transform="translate(${2 * axis} 0) scale(-1 1)">${parts.join('')}</g>`

export const turn = (degrees: number, x: number, y: number, ...parts: string[]): string =>
  `<g transform="rotate(${round(degrees)} ${round(x)} ${round(y)})">${parts.join('')}</g>`

export const within = (id: string, outline: string, ...parts: string[]): string =>
  `<clipPath id="${id}">${outline}</clipPath><g clip-path="url(#${id})">${parts.join('')}</g>`

export const each = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

export const canvas = (width: number, height: number, ...parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
  `${parts.join('')}</svg>`

export const scene = (ground: string, ...parts: string[]): string =>
  canvas(1600, 900, rect(0, 0, 1600, 900, ground), ...parts)

/** Repeatable randomness (mulberry32): the same picture comes out on every run. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const round = (value: number): number => Math.round(value * 10) / 10
