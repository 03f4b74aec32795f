/** What a web server must know of a file: a bucket has nobody else to tell it. */
import fs from 'node:fs/promises'
import mime from 'mime'
import { cacheControlOf, cacheControlOfUpload, contentTypeOf } from '../server/headers.ts'
import type { RemoteFile } from './target.ts'

const REDIRECT = /\sdata-redirect="(\/[^"]*)"/
const LOOKED_AT_BYTES = 512
const UPLOADS = 'uploads/'
const isUpload = (path: string) => path.startsWith(UPLOADS)

async function redirectOf(source: string): Promise<string | null> {
  const file = await fs.open(source)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT_BYTES), 0, LOOKED_AT_BYTES, 0)
    return REDIRECT.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? null
  } finally {
    await file.close()
  }
}

/** Uploads may be of any type; of the rest the portal's own server knows all. */
const typeOf = (path: string) => (isUpload(path) ? (mime.getType(path) ?? contentTypeOf(path)) : contentTypeOf(path))

/** @param source where the content lies, @param path where it stands in the tree */
export async function describeFile(source: string, path: string, size: number): Promise<RemoteFile> {
  return {
    path,
    source,
    size,
    contentType: typeOf(path),
    cacheControl: isUpload(path) ? cacheControlOfUpload(path.slice(UPLOADS.length)) : cacheControlOf(path),
    redirectsTo: path.endsWith('.html') ? await redirectOf(source) : null,
  }
}
