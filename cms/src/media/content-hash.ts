import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Part of every hash: raise it when pictures are made otherwise, so that no name changes its meaning. */
const MADE_LIKE = 'v1'
const HASH_CHARACTERS = 32

/** @param source what is read to its end, and not kept */
export async function contentHashOf(source: NodeJS.ReadableStream): Promise<string> {
  const hash = createHash('sha256').update(MADE_LIKE)
  await pipeline(source, hash)
  return hash.digest('hex').slice(0, HASH_CHARACTERS)
}

export const contentHash = (path: string): Promise<string> => contentHashOf(createReadStream(path))
