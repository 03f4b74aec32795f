/** Compares the live tree, file by file, with what the journal says of it. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { eachAtOnce } from '../batch/each-at-once.ts'
import { CARDS } from '../cards/folder.ts'
import { fileOf } from '../live-tree.ts'
import type { Manifest } from '../releases/manifest.ts'

const AT_ONCE = 16

/** `page` is rendered again; `asset` is a file of the build; `media` an upload; `extra` belongs to nothing. */
export type FindingKind = 'page' | 'asset' | 'media' | 'extra'
export type Finding = {
  kind: FindingKind
  what: 'missing' | 'altered' | 'outdated' | 'extra'
  /** relative to the tree */
  file: string
  /** of a page */
  address: string | null
}

type Expected = { kind: FindingKind; address: string | null; isSound: (file: string) => Promise<boolean> }

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('base64url')
}

const hasHash = (hash: string) => async (file: string) => (await hashFile(file)) === hash
const hasBytes = (bytes: number) => async (file: string) => (await fs.stat(file)).size === bytes

function expectedFiles(database: DatabaseSync, manifest: Manifest): Map<string, Expected> {
  const expected = new Map<string, Expected>()
  for (const [file, hash] of Object.entries(manifest.assets))
    expected.set(file, { kind: 'asset', address: null, isSound: hasHash(hash) })
  for (const { name, bytes } of database.prepare('SELECT name, bytes FROM tree_media').iterate())
    expected.set(`uploads/${name}`, { kind: 'media', address: null, isSound: hasBytes(Number(bytes)) })
  for (const { address, hash } of database.prepare('SELECT address, hash FROM pages').iterate())
    expected.set(fileOf(String(address)), { kind: 'page', address: String(address), isSound: hasHash(String(hash)) })
  return expected
}

async function check(root: string, file: string, { kind, address, isSound }: Expected): Promise<Finding | null> {
  try {
    return (await isSound(path.join(root, file))) ? null : { kind, what: 'altered', file, address }
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return { kind, what: 'missing', file, address }
  }
}

async function* filesOf(root: string, folder = ''): AsyncIterable<string> {
  for await (const entry of await fs.opendir(path.join(root, folder))) {
    const name = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesOf(root, name)
    else if (name !== CARDS) yield name
  }
}

export type TreeCheck = { files: number; findings: Finding[] }

/** @param onFile called after each file that was looked at, with how many there are */
export async function checkTree(
  database: DatabaseSync,
  root: string,
  manifest: Manifest,
  onFile: (total: number) => void,
): Promise<TreeCheck> {
  const expected = expectedFiles(database, manifest)
  const findings: Finding[] = []
  await eachAtOnce(expected, AT_ONCE, async ([file, one]) => {
    const finding = await check(root, file, one)
    if (finding) findings.push(finding)
    onFile(expected.size)
  })
  for await (const file of filesOf(root))
    if (!expected.has(file)) findings.push({ kind: 'extra', what: 'extra', file, address: null })
  return { files: expected.size, findings: findings.sort((a, b) => (a.file < b.file ? -1 : 1)) }
}

const idOf = ({ what, file }: Finding) => `${what} ${file}`

/**
 * While the publisher works, what looks wrong may be a page on its way: what is wrong at two looks, and is not pending,
 * is wrong.
 */
export function confirm(database: DatabaseSync, first: Finding[], second: Finding[]): Finding[] {
  const pending = database.prepare('SELECT 1 FROM pending_pages WHERE address = ?')
  const again = new Set(second.map(idOf))
  return first.filter((one) => again.has(idOf(one)) && !(one.address && pending.get(one.address)))
}
