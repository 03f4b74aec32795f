import { expect, it } from 'vitest'
import { assetsIn, importsIn } from './assets.ts'

it('finds what a page names, once each', () => {
  const html =
    '<link rel="stylesheet" href="/_astro/a.X1.css"><script type="module" src="/_astro/b.js"></script><link href="/_astro/a.X1.css"><img src="/_astro/c.svg">'
  expect(assetsIn(html)).toEqual(['/_astro/a.X1.css', '/_astro/b.js'])
})

it('finds what a script imports, beside it', () => {
  const script = 'import{a as e}from"./stores.Bt-_l.js";import"./other.js";const x="from ./no.js"'
  expect(importsIn(script, '/_astro/b.js')).toEqual(['/_astro/stores.Bt-_l.js', '/_astro/other.js'])
})
