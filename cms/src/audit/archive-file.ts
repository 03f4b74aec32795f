/** Rows of the audit log in a file: one JSON object a line, packed. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { AuditRow } from '../domain/audit/entry'
import { readEnvironment } from '../environment'

export const archivePath = (file: string) => path.join(readEnvironment().DATA_DIR, 'audit', file)

export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function* toLines(rows: AsyncIterable<AuditRow>) {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

/** Safe on the disk when it returns; a file of that name is whole or not there. */
export async function writeArchive(file: string, rows: AsyncIterable<AuditRow>) {
  await fs.mkdir(path.dirname(file), { recursive: true })
  const beside = `${file}.tmp`
  await pipeline(Readable.from(toLines(rows)), createGzip(), createWriteStream(beside, { mode: 0o600 }))
  const handle = await fs.open(beside, 'r+')
  await handle.sync().finally(() => handle.close())
  await fs.rename(beside, file)
}

export async function* readArchive(file: string): AsyncGenerator<AuditRow> {
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as AuditRow
}
