/** What a web server must know of a file: a bucket has nobody else to tell it. */
import fs from 'node:fs/promises'
import mime from 'mime'
import { cacheControlOf, contentTypeOf } from '../server/headers.ts'
import type { RemoteFile } from './target.ts'

const REDIRECT = /\sdata-redirect="(\/[^"]*)"/
const LOOKED_AT_BYTES = 512
const TEXT = /^(?:text\/|application\/(?:json|xml|javascript|manifest\+json)|image\/svg)/

async function redirectOf(source: string): Promise<string | null> {
  const file = await fs.open(source)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT_BYTES), 0, LOOKED_AT_BYTES, 0)
    return REDIRECT.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? null
  } finally {
    await file.close()
  }
}

function typeOf(path: string): string {
  const given = contentTypeOf(path)
  if (given) return given
  const type = mime.getType(path) ?? 'application/octet-stream'
  return TEXT.test(type) ? `${type}; charset=utf-8` : type
}

/** @param source where the content lies, @param path where it stands in the tree */
export async function describeFile(source: string, path: string, size: number): Promise<RemoteFile> {
  return {
    path,
    source,
    size,
    contentType: typeOf(path),
    cacheControl: cacheControlOf(`/${path}`),
    redirectsTo: path.endsWith('.html') ? await redirectOf(source) : null,
  }
}
