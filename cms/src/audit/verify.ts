/** Walks the chain from its beginning, through the archives and the table to the head, and names the first row that is wrong. */
import fs from 'node:fs/promises'
import type { Core } from '@strapi/types'
import { BEGINNING, checkLink, type Link, linkOf } from '../domain/audit/chain'
import type { AuditRow } from '../domain/audit/entry'
import type { VerifyProblem } from '../domain/audit/problem-words'
import { type Archive, archivesInOrder } from '../stores/audit-archives'
import { auditRowsAfter, readHead } from '../stores/audit-log'
import { archivePath, fileHash, readArchive } from './archive-file'
import { sealAll } from './sealer'

export type Verification = {
  problem: VerifyProblem | null
  /** rows whose hashes were computed again */
  checked: number
  last: Link
  /** files that are elsewhere: their rows were not looked at, the chain goes on with the hash noted for them */
  absent: string[]
}

const BATCH = 500

async function* storedRows(strapi: Core.Strapi, after: number): AsyncGenerator<AuditRow> {
  for (let last = after; ; ) {
    const rows = await auditRowsAfter(strapi, last, BATCH)
    if (rows.length === 0) return
    yield* rows
    last = rows[rows.length - 1].sequence
  }
}

const isThere = (file: string) =>
  fs.access(file).then(
    () => true,
    () => false,
  )

class Walk {
  last = BEGINNING
  checked = 0
  problem: VerifyProblem | null = null
  readonly absent: string[] = []

  async through(rows: AsyncIterable<AuditRow>, file?: string) {
    for await (const row of rows) {
      const reason = checkLink(row, this.last)
      if (reason) {
        const sequence = reason === 'missing' ? this.last.sequence + 1 : row.sequence
        this.problem = { reason, sequence, file }
        return
      }
      this.last = linkOf(row)
      this.checked += 1
    }
  }

  async throughArchive({ from, to, file, sha256, lastHash }: Archive) {
    const path = archivePath(file)
    if (!(await isThere(path))) {
      this.absent.push(file)
      this.last = { sequence: to, hash: lastHash }
      return
    }
    if ((await fileHash(path)) !== sha256) {
      this.problem = { reason: 'archive-altered', sequence: from, file }
      return
    }
    await this.through(readArchive(path), file)
    if (!this.problem && (this.last.sequence !== to || this.last.hash !== lastHash)) {
      this.problem = { reason: 'archive-altered', sequence: from, file }
    }
  }

  result(): Verification {
    const { problem, checked, last, absent } = this
    return { problem, checked, last, absent }
  }
}

export async function verifyAuditLog(strapi: Core.Strapi): Promise<Verification> {
  await sealAll(strapi)
  const head = await readHead(strapi)
  const walk = new Walk()
  for (const archive of await archivesInOrder(strapi)) {
    await walk.throughArchive(archive)
    if (walk.problem) return walk.result()
  }
  // what an archive holds and a stop left in the table, too, is gone after the next archiving
  await walk.through(storedRows(strapi, walk.last.sequence))
  if (!walk.problem && walk.last.sequence < head.sequence) {
    walk.problem = { reason: 'end-missing', sequence: walk.last.sequence + 1 }
  }
  return walk.result()
}
