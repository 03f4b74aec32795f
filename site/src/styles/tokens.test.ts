import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8')
const sheets = { usual: read('tokens'), signals: read('signals'), dark: read('dark'), chosen: read('chosen-dark') }

type Colours = Record<string, string>

/** The declarations of the rule that begins with `start`. */
const ruleOf = (css: string, start: string): Colours => {
  const at = css.indexOf(start)
  if (at < 0) throw new Error(`no rule ${start}`)
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = { ...ruleOf(sheets.usual, ':root {'), ...ruleOf(sheets.signals, ':root {') }
const bySystem = ruleOf(sheets.dark, ':root:not([data-theme="light"]) {')
const bySwitch = ruleOf(sheets.chosen, ':root[data-theme="dark"] {')

/** Relative luminance as WCAG 2.2 has it. */
const luminance = (hex: string): number => {
  const whole = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(whole.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one = '', other = ''): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'sheet', 'sunk']
const texts = ['ink', 'ink-2', 'ink-3', 'red', 'gold-text', 'ok', 'warn']
const pairs: [text: string, ground: string, least: number][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...grounds.map((ground): [string, string, number] => ['edge', ground, 3]),
  ...(['ink', 'red', 'ink-3'].map((text) => [text, 'red-tint', 4.5]) as [string, string, number][]),
  ['on-red', 'red', 4.5],
  ['on-masthead', 'masthead', 4.5],
  ['gold-on-masthead', 'masthead', 4.5],
  ['footer', 'gold-on-masthead', 4.5],
  ['on-footer', 'footer', 4.5],
  ['focus', 'paper', 3],
]

describe('contrast', () => {
  const themes = { light, dark: { ...light, ...bySystem } }
  it.each(
    Object.entries(themes).flatMap(([theme, colours]) => pairs.map((pair) => [theme, ...pair, colours] as const)),
  )('%s: %s on %s is at least %s', (_theme, text, ground, least, colours) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(least)
  })
})

it('dark is the same by the system and by the switch', () => {
  expect(bySwitch).toEqual(bySystem)
})
