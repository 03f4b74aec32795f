/** The whole sample site as it lies in the live tree: every page valid, no link to nowhere. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { htmlRules } from '../adapter/testing/html-rules.ts'
import { expect, test } from './setup/test.ts'

const ADDRESS = /\s(?:href|src|poster|data-src|data-redirect)="([^"]*)"/g
const SOURCES = /\ssrcset="([^"]*)"/g
/** In a recording a place is a moment, in seconds (Media Fragments URI). */
const RECORDING = /\.(?:mp4|webm|mp3|m4a)$/
const MOMENT = /^t=\d+$/
const ID = /\sid="([^"]*)"/g

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

type Tree = { files: Set<string>; pages: Map<string, string> }

async function readTree(root: string): Promise<Tree> {
  const entries = await fs.readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((one) => one.isFile())
    .map((one) => path.relative(root, path.join(one.parentPath, one.name)))
  const pages = new Map<string, string>()
  for (const file of files)
    if (file.endsWith('.html')) pages.set(file, await fs.readFile(path.join(root, file), 'utf8'))
  return { files: new Set(files), pages }
}

const fileOf = (pathname: string) => {
  const relative = decodeURI(pathname).slice(1)
  return relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative
}

function addressesIn(html: string): string[] {
  const sources = [...html.matchAll(SOURCES)].flatMap(([, set = '']) =>
    set.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
  )
  return [...[...html.matchAll(ADDRESS)].map(([, address = '']) => address), ...sources].map(unescaped)
}

test('no link of the portal leads nowhere, to pages, files or places within a page', async ({ request, system }) => {
  const { files, pages } = await readTree(await fs.realpath(path.join(system.dataDir, 'site', 'live')))
  expect(pages.size).toBeGreaterThan(150)
  const places = new Map(
    [...pages].map(([file, html]) => [file, new Set([...html.matchAll(ID)].map(([, id = '']) => unescaped(id)))]),
  )
  const hasPlace = (target: string, place: string) =>
    RECORDING.test(target) ? MOMENT.test(place) : places.get(target)?.has(place) === true
  const dead: string[] = []
  const drawn = new Set<string>()
  for (const [file, html] of pages) {
    const own = file === '404.html' ? '/404/' : `/${file.replace(/index\.html$/, '')}`
    for (const address of new Set(addressesIn(html))) {
      const url = URL.parse(address, `http://portal.invalid${own}`)
      if (!url) dead.push(`${file} → ${address}`)
      if (url?.host !== 'portal.invalid') continue
      // the portal's server draws them when they are asked for
      if (url.pathname.startsWith('/qr/')) {
        drawn.add(url.pathname)
        continue
      }
      const target = file === '404.html' && url.pathname === own ? file : fileOf(url.pathname)
      const place = decodeURIComponent(url.hash.slice(1))
      if (!files.has(target)) dead.push(`${file} → ${address}`)
      else if (place !== '' && !hasPlace(target, place)) dead.push(`${file} → ${address}: no such place`)
    }
  }
  for (const address of drawn) if ((await request.get(address)).status() !== 200) dead.push(address)
  expect(dead).toEqual([])
})

test('every page of the portal is valid HTML', async ({ system }) => {
  test.slow()
  const { pages } = await readTree(await fs.realpath(path.join(system.dataDir, 'site', 'live')))
  const checker = new HtmlValidate(htmlRules)
  const problems: string[] = []
  for (const [file, html] of pages) {
    // what follows the end makes a page look torn
    if (!html.trimEnd().endsWith('</html>')) problems.push(`${file} goes on after its end`)
    const { results } = await checker.validateString(html)
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        problems.push(`${file}:${line}:${column} ${ruleId}: ${message}`)
  }
  expect(problems).toEqual([])
})
