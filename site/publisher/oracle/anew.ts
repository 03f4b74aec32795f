/** The same content from nothing: a fresh read model, and every page of it rendered, by the app or by `astro build`. */
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { allAddresses } from '../../src/content/addresses.ts'
import type { Change } from '../../src/content/documents.ts'
import { openReadModel, storeDocument } from '../../src/content/read-model.ts'
import { fileOf } from '../live-tree.ts'
import type { App } from './app.ts'
import { readTree, type Tree, treeFile } from './tree.ts'

const siteDir = path.resolve(import.meta.dirname, '../..')

/** In another order than the changes came: no answer may depend on it. */
export function freshReadModel(file: string, documents: Iterable<Change>): void {
  const database = openReadModel(file, { readOnly: false })
  const reversed = [...documents].toReversed()
  inTransaction(database, () => {
    for (const { kind, document } of reversed) if (document !== null) storeDocument(database, kind, document)
  })
  database.close()
}

export async function renderAnew(app: App, readModelPath: string, now: Date): Promise<Tree> {
  const tree: Tree = await readTree(app.clientDir)
  const database = openReadModel(readModelPath, { readOnly: true })
  const addresses = new Set(allAddresses(database))
  database.close()
  for (const address of addresses) {
    const { status, body } = await app.renderFrom(readModelPath, now, address)
    if (status === 404 && address !== '/404/') throw new Error(`${address} should exist and does not`)
    tree.set(fileOf(address), treeFile(fileOf(address), Buffer.from(body)))
  }
  return tree
}

const astro = path.resolve(siteDir, '../node_modules/astro/bin/astro.mjs')

/** `astro build` of the whole portal. */
export async function buildAnew(readModelPath: string, now: Date): Promise<Tree> {
  const scratch = path.join(siteDir, '.tmp')
  await fs.mkdir(scratch, { recursive: true })
  const folder = await fs.mkdtemp(path.join(scratch, 'oracle-static-'))
  try {
    const outDir = path.join(folder, 'tree')
    const settings = ['build', '--config', 'astro.static.config.ts', '--outDir', outDir, '--silent']
    const env = { ...process.env, READ_MODEL: readModelPath, PORTAL_NOW: now.toISOString(), NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [astro, ...settings], { cwd: siteDir, env })
    return await readTree(outDir)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}
