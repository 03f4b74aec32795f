/** A tree of files, held in memory to be compared. */
import fs from 'node:fs/promises'
import path from 'node:path'

export type TreeFile = {
  bytes: Buffer
  /** inode and time of the last change: another one means that it was written again */
  mark: string
  /** addresses inside the tree that the page names */
  links: string[]
}
export type Tree = Map<string, TreeFile>

/** Uploads come from the CMS's folder, not from the renderer. */
const isRendered = (file: string) => !file.startsWith('uploads/')

const LINKS = /\s(?:href|src|data-redirect)="(\/[^"#?]*)/g

/** The server draws a page's address as a code: what must stand is the page. */
const CODE = /^qr\/(.*)\.svg$/
const standingFor = (target: string): string => target.replace(CODE, '$1/')

const linksOf = (file: string, bytes: Buffer): string[] =>
  file.endsWith('.html')
    ? [...`${bytes}`.matchAll(LINKS)].map(([, target = '']) => standingFor(decodeURI(target.slice(1))))
    : []

export const treeFile = (file: string, bytes: Buffer, mark = ''): TreeFile => ({
  ...{ bytes, mark },
  links: [...new Set(linksOf(file, bytes))].filter(isRendered),
})

/** @param known the tree as it was read before: what has kept its mark is not read again */
export async function readTree(root: string, known: Tree = new Map()): Promise<Tree> {
  const tree: Tree = new Map()
  for (const entry of await fs.readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const absolute = path.join(entry.parentPath, entry.name)
    const file = path.relative(root, absolute)
    if (!isRendered(file)) continue
    const { ino, mtimeNs } = await fs.stat(absolute, { bigint: true })
    const mark = `${ino} ${mtimeNs}`
    const before = known.get(file)
    tree.set(file, before?.mark === mark ? before : treeFile(file, await fs.readFile(absolute), mark))
  }
  return tree
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index])
  const from = Math.max(0, (at < 0 ? Math.min(one.length, other.length) : at) - 60)
  return `  live: …${one.slice(from, from + 160)}\n  anew: …${other.slice(from, from + 160)}`
}

/** What `live` has too much, too little or otherwise than `anew`, a few lines each; empty when they are the same. */
export function differences(live: Tree, anew: Tree): string[] {
  const found: string[] = []
  for (const [file, { bytes }] of anew) {
    const standing = live.get(file)?.bytes
    if (!standing) found.push(`${file} is missing`)
    else if (!standing.equals(bytes)) found.push(`${file} differs\n${firstDifference(`${standing}`, `${bytes}`)}`)
  }
  for (const file of live.keys()) if (!anew.has(file)) found.push(`${file} should be gone`)
  return found
}

const isDirectory = (target: string) => target === '' || target.endsWith('/')

/** Links inside the tree that lead to no file, as `page → address`. */
export const deadLinks = (tree: Tree): string[] =>
  [...tree].flatMap(([file, { links }]) =>
    links
      .filter((target) => !tree.has(isDirectory(target) ? `${target}index.html` : target))
      .map((target) => `${file} → /${target}`),
  )

/** Written again although the bytes are those that stood there. */
export const needlessWrites = (before: Tree, after: Tree): string[] =>
  [...after]
    .filter(([file, { bytes, mark }]) => {
      const stood = before.get(file)
      return stood !== undefined && stood.mark !== mark && stood.bytes.equals(bytes)
    })
    .map(([file]) => file)
