/** Which pages a superseded release has: read when somebody thinks of going back to it. The journal knows the live one. */
import { once } from 'node:events'
import fs, { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import type { DatabaseSync } from 'node:sqlite'
import { releasesDir } from './layout.ts'

export type ListedPage = { address: string; hash: string }

const listFile = (siteDir: string, name: string) => path.join(releasesDir(siteDir), `${name}.pages`)

export async function writePageList(siteDir: string, name: string, database: DatabaseSync): Promise<void> {
  const file = listFile(siteDir, name)
  const stream = createWriteStream(`${file}.tmp`, { flush: true })
  for (const { hash, address } of database.prepare('SELECT hash, address FROM pages').iterate())
    if (!stream.write(`${hash}\t${address}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
  fs.renameSync(`${file}.tmp`, file)
}

/** @throws when the file is missing */
export async function* readPageList(siteDir: string, name: string): AsyncIterable<ListedPage> {
  for await (const line of readline.createInterface({ input: createReadStream(listFile(siteDir, name)) })) {
    const [hash = '', address = ''] = line.split('\t')
    yield { address, hash }
  }
}
