import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { within } from './within'

const sheet = (name: string) =>
  readFileSync(new URL(`../../../../../site/src/styles/${name}.css`, import.meta.url), 'utf8')

describe('a sheet of the portal, within an element', () => {
  it.each([
    ['the root is the element', ':root {\n  --ink: #000;\n}', '& {\n  --ink: #000;\n}'],
    ['and so is the body', 'img {}\nbody {\n  margin: 0;\n}', 'img {}\n& {\n  margin: 0;\n}'],
    ['written closely', 'a{b:c}:root,body{d:e}', 'a{b:c}&,&{d:e}'],
    ['within a condition', '@media (min-width: 64em) {\n  :root {', '@media (min-width: 64em) {\n  & {'],
    ['a chosen theme is none of the element', ':root[data-theme="dark"] {', ':root[data-theme="dark"] {'],
    ['nor the one of the machine', ':root:not([data-theme="light"]) {', ':root:not([data-theme="light"]) {'],
    ['a part of the body stays a part', 'body.broad .x, .body {', 'body.broad .x, .body {'],
    ['a rem is as large as on the portal', 'font: 1.0625rem / 1.5 x', 'font: 1.7rem / 1.5 x'],
    ['without a zero before its point', 'margin: -.5rem 1rem', 'margin: -0.8rem 1.6rem'],
    ['in a calculation', 'clamp(1.625rem, 1.3rem + 1.45vw, 2.375rem)', 'clamp(2.6rem, 2.08rem + 1.45vw, 3.8rem)'],
    [
      'but not in a condition',
      '@media (min-width: 30rem) { a { top: 1rem } }',
      '@media (min-width: 30rem) { a { top: 1.6rem } }',
    ],
    ['other units stay', 'a { width: 40em; height: 2px }', 'a { width: 40em; height: 2px }'],
  ])('%s', (_name, portal, desk) => expect(within([portal])).toBe(desk))

  it('keeps the order of the sheets', () => expect(within(['a {}', 'b {}'])).toBe('a {}\nb {}'))

  it('leaves the dark colours of the portal out of reach of the element', () => {
    const rules = within([sheet('tokens')])
    expect(rules.match(/&\s*\{[^}]*\}/g)?.filter((rule) => rule.includes('--paper'))).toEqual([
      expect.stringContaining('color-scheme: light'),
    ])
  })

  const taken = ['tokens', 'base', 'reading', 'signals', 'rich', 'forms-of-article', 'wide']
  it.each(taken)('finds nothing in %s.css that cannot be nested', (name) => {
    expect(sheet(name)).not.toMatch(/@(?:charset|font-face|page|namespace|layer|keyframes)\b|&/)
  })

  it('misses no sheet that another imports', () => {
    const imported = taken.flatMap((name) => [...sheet(name).matchAll(/@import "\.\/([a-z-]+)\.css"/g)])
    expect(imported).not.toEqual([])
    expect(taken).toEqual(expect.arrayContaining(imported.map(([, name]) => name)))
  })
})
