/** What must stand in the tree: every page that exists, rendered anew. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { allAddresses } from '../../src/content/addresses.ts'
import { fileOf } from '../live-tree.ts'
import type { TestEngine } from './engine.ts'
import { smallPortal } from './small-portal.ts'

export async function expectedTree({ database }: TestEngine): Promise<Record<string, string>> {
  const render = smallPortal(database)
  const files: Record<string, string> = {}
  for (const address of new Set(allAddresses(database))) {
    const { status, body } = await render(address)
    if (status === 200) files[fileOf(address)] = new TextDecoder().decode(body)
  }
  return files
}

export async function treeOf({ files, tree }: TestEngine): Promise<Record<string, string>> {
  const root = await fs.realpath(tree)
  const entries = (await files()).map(async (file) => [path.relative(root, file), await fs.readFile(file, 'utf8')])
  return Object.fromEntries(await Promise.all(entries))
}
