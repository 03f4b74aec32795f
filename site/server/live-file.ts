/** One small file of the live tree in memory, with what is made of it at most once for each version. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { contentTypeOf } from './headers.ts'
import { redirectOf } from './redirect-page.ts'

const COMPRESS_FROM_BYTES = 512
const BROTLI_QUALITY = 11
const COMPRESSIBLE = /^(?:text\/|application\/(?:xml|(?:feed\+)?json|manifest\+json)|image\/svg)/

export type Encoding = 'br' | 'gzip'

/** Which version of a file it is: a rename brings another inode, a write another time. */
export type Version = { dev: number; ino: number; size: number; mtimeMs: number }

export type LiveFile = {
  version: Version
  body: Buffer
  contentType: string
  /** of the content: the same page in another release is still the same */
  etag: string
  redirect: string | null
  isCompressible: boolean
  encoded: (encoding: Encoding) => Promise<Buffer>
}

/** How the encoder may write distances: none is best for every page, and of a small one a second try costs little. */
const POSTFIX_BITS = [0, 2] as const
const TRIED_TWICE_UP_TO_BYTES = 64 * 1024

const brotli = (body: Buffer, postfixBits: number) =>
  promisify(zlib.brotliCompress)(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [zlib.constants.BROTLI_PARAM_NPOSTFIX]: postfixBits,
    },
  })

const compress = {
  br: async (body: Buffer) => {
    const tries = body.length <= TRIED_TWICE_UP_TO_BYTES ? POSTFIX_BITS : POSTFIX_BITS.slice(0, 1)
    const made = await Promise.all(tries.map((bits) => brotli(body, bits)))
    return made.reduce((smallest, one) => (one.length < smallest.length ? one : smallest))
  },
  gzip: (body: Buffer) => promisify(zlib.gzip)(body),
} satisfies Record<Encoding, (body: Buffer) => Promise<Buffer>>

export const isSameVersion = (a: Version, b: Version) =>
  a.ino === b.ino && a.mtimeMs === b.mtimeMs && a.size === b.size && a.dev === b.dev

async function readWhole(file: string): Promise<{ body: Buffer; version: Version }> {
  const handle = await fs.open(file)
  try {
    const version = await handle.stat()
    return { body: await handle.readFile(), version }
  } finally {
    await handle.close()
  }
}

/** @throws ENOENT and its like when the file is gone meanwhile */
export async function readLiveFile(file: string): Promise<LiveFile> {
  const { body, version } = await readWhole(file)
  const contentType = contentTypeOf(file)
  const made = new Map<Encoding, Promise<Buffer>>()
  return {
    version,
    body,
    contentType,
    etag: `W/"${createHash('sha1').update(body).digest('base64url')}"`,
    redirect: contentType.startsWith('text/html') ? redirectOf(body) : null,
    isCompressible: body.length >= COMPRESS_FROM_BYTES && COMPRESSIBLE.test(contentType),
    encoded: (encoding) => {
      const bytes = made.get(encoding) ?? compress[encoding](body)
      made.set(encoding, bytes)
      return bytes
    },
  }
}
