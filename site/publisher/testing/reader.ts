/** A reader who follows every link of the live tree and notices what must never be seen. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { fileOf } from '../live-tree.ts'

const WHOLE = '</html>\n'
const LINK = /(?:href|src)="(\/[^"#]*)"/g
const VERSION = /([a-z]+(?:-\d+)?) v(\d+)/g

type Page = { text: string; generation: string }

/** What is served at this moment; null where nothing is. One open file is one version, whatever happens to its name. */
async function read(tree: string, address: string): Promise<Page | null> {
  const handle = await fs.open(path.join(tree, fileOf(address))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (!handle) return null
  try {
    const { ino, mtimeNs } = await handle.stat({ bigint: true })
    return { text: await handle.readFile('utf8'), generation: `${ino} ${mtimeNs}` }
  } finally {
    await handle.close()
  }
}

const isPost = ({ text }: Page) => text.includes('<h1>')
const linksOf = (text: string) => [...text.matchAll(LINK)].map(([, target = '']) => target)
const versionsOf = (text: string) =>
  [...text.matchAll(VERSION)].map(([, name = '', version]) => [name, Number(version)] as const)

export function openReader(tree: string) {
  /** address and document → newest version seen there */
  const seen = new Map<string, number>()
  const complaints: string[] = []
  let pages = 0

  /** Dead for sure: the very file that has the link stood before and after its target was missing. */
  async function checkLink(from: string, page: Page, target: string) {
    if (await read(tree, target)) return
    const still = await read(tree, from)
    if (still?.generation === page.generation) complaints.push(`${from} links to ${target}, which is not there`)
  }

  function checkPage(address: string, { text }: Page) {
    if (!text.endsWith(WHOLE)) complaints.push(`${address} is not whole`)
    for (const [name, version] of versionsOf(text)) {
      const place = `${address} ${name}`
      const newest = seen.get(place) ?? 0
      if (version < newest) complaints.push(`${address} shows ${name} v${version} after v${newest}`)
      seen.set(place, version)
    }
  }

  /** Lists come after the posts they show: who goes on from a list finds nothing older. */
  function expectAtLeast(target: string, text: string, page: Page) {
    const shown = new Map(versionsOf(text))
    for (const [name, version] of versionsOf(page.text.split('</h1>')[0] ?? ''))
      if (version < (shown.get(name) ?? 0))
        complaints.push(`${target} has ${name} v${version}, a list before v${shown.get(name)}`)
  }

  /** Every page that can be reached from the front page, once. */
  async function walk() {
    const known = new Set(['/'])
    for (const address of known) {
      const page = await read(tree, address)
      if (!page) continue
      pages += 1
      checkPage(address, page)
      for (const target of linksOf(page.text)) {
        await checkLink(address, page, target)
        const next = target.endsWith('/') && !known.has(target) ? await read(tree, target) : null
        if (next && isPost(next) && !isPost(page)) expectAtLeast(target, page.text, next)
        if (target.endsWith('/')) known.add(target)
      }
    }
  }

  return { walk, complaints, pagesRead: () => pages }
}
