/** What a superseded release holds: read when somebody thinks of going back to it. The journal knows the live one only. */
import { once } from 'node:events'
import fs, { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { releasesDir } from './layout.ts'

const lineSchema = z.union([
  z.object({ address: z.string(), hash: z.string(), bytes: z.number(), media: z.array(z.string()) }),
  z.object({ upload: z.string(), bytes: z.number() }),
])
/** A page, or an upload that stands in the tree. */
export type ListedFile = z.infer<typeof lineSchema>

const listFile = (siteDir: string, name: string) => path.join(releasesDir(siteDir), `${name}.files`)

function* filesInJournal(database: DatabaseSync): Iterable<ListedFile> {
  for (const { upload, bytes } of database.prepare('SELECT name AS upload, bytes FROM tree_media').iterate())
    yield { upload: String(upload), bytes: Number(bytes) }
  const pages = database.prepare(
    `SELECT address, hash, bytes, (SELECT json_group_array(name) FROM page_media WHERE page_media.address = pages.address) AS media
     FROM pages`,
  )
  for (const { address, hash, bytes, media } of pages.iterate())
    yield { address: String(address), hash: String(hash), bytes: Number(bytes), media: JSON.parse(String(media)) }
}

export async function writeFileList(siteDir: string, name: string, database: DatabaseSync): Promise<void> {
  const file = listFile(siteDir, name)
  const stream = createWriteStream(`${file}.tmp`, { flush: true })
  const finished = once(stream, 'finish')
  for (const line of filesInJournal(database))
    if (!stream.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(stream, 'drain'), finished])
  stream.end()
  await finished
  fs.renameSync(`${file}.tmp`, file)
}

/** @throws when the file is missing or not one of ours */
export async function* readFileList(siteDir: string, name: string): AsyncIterable<ListedFile> {
  for await (const line of readline.createInterface({ input: createReadStream(listFile(siteDir, name)) }))
    yield lineSchema.parse(JSON.parse(line))
}
