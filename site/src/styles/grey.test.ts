/** Text is read on every ground it stands on, in light and dark, and in the grey of mourning: WCAG 2.2, 1.4.3 and 1.4.11. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8')

/** Colours that the first block of exactly this selector sets. */
function coloursOf(sheet: string, selector: string): Map<string, string> {
  const css = read(sheet)
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`${sheet}.css has no ${selector}`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

type Colour = [number, number, number]
const channels = (hex: string): Colour => {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? [])
  return digits.map((pair) => Number.parseInt(pair, 16) / 255) as Colour
}
/** What `filter: grayscale(1)` makes of a colour (Filter Effects, on values as they are written). */
const greyed = ([r, g, b]: Colour): Colour => {
  const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return [grey, grey, grey]
}
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = ([r, g, b]: Colour) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
const contrast = (one: Colour, other: Colour) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = ['ink', 'ink-2', 'ink-3', 'red', 'ok', 'warn', 'gold-text']
const GROUNDS = ['paper', 'sheet', 'sunk']
const pairs: [string, string, number][] = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...GROUNDS.map((ground): [string, string, number] => ['edge', ground, 3]),
  ['ink', 'red-tint', 4.5],
  ['on-red', 'red', 4.5],
  ['on-masthead', 'masthead', 4.5],
  ['gold-on-masthead', 'masthead', 4.5],
  ['on-footer', 'footer', 4.5],
]
const light = new Map([...coloursOf('tokens', ':root'), ...coloursOf('signals', ':root')])
const themes = { light, dark: new Map([...light, ...coloursOf('chosen-dark', ':root[data-theme="dark"]')]) }

describe.each(Object.entries(themes))('in %s', (_name, colours) => {
  it.each(pairs)('%s on %s has %d', (text, ground, least) => {
    const [one, other] = [text, ground].map((name) => channels(colours.get(name) ?? '#000000')) as [Colour, Colour]
    expect(contrast(one, other), 'in colour').toBeGreaterThanOrEqual(least)
    expect(contrast(greyed(one), greyed(other)), 'in grey').toBeGreaterThanOrEqual(least)
  })
})
