/** A small live tree, and what a crawler thinks of a copy of it. */
import fs from 'node:fs'
import path from 'node:path'

export type Tree = Record<string, string>

export const page = (title: string, ...links: string[]) =>
  `<!doctype html><html><h1>${title}</h1>${links.map((link) => `<a href="${link}">`).join('')}</html>`

/** As the publisher does it: a new file beside, renamed into its place. */
export function writeTree(root: string, tree: Tree) {
  for (const [name, text] of Object.entries(tree)) {
    const file = path.join(root, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(`${file}.new.tmp`, text)
    fs.renameSync(`${file}.new.tmp`, file)
  }
}

export function readTree(root: string): Map<string, string> {
  const names = fs.readdirSync(root, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [path.relative(root, file), fs.readFileSync(file, 'utf8')]))
}

/** Links and pictures that lead nowhere, as `page → target`. */
export function deadLinks(files: ReadonlyMap<string, string>): string[] {
  const dead: string[] = []
  for (const [name, text] of files) {
    for (const [, target = ''] of text.matchAll(/(?:href|src)="\/([^"]*)"/g)) {
      const file = target === '' || target.endsWith('/') ? `${target}index.html` : target
      if (!files.has(file)) dead.push(`${name} → ${target}`)
    }
  }
  return dead
}
