/** Fetches a picture of the public web. Names are resolved once, checked, and that very address is connected to. */
import { lookup as resolve } from 'node:dns'
import { createWriteStream } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isPublicAddress, publicUrl } from '../../domain/network/public-address'

const MAX_BYTES = 20 * 1024 * 1024
const MAX_REDIRECTS = 3
const DEADLINE_MS = 20_000

export type Problem = 'ADDRESS' | 'INTERNAL' | 'STATUS' | 'TYPE' | 'SIZE' | 'UNREACHABLE'
export type Fetched = { filepath: string; name: string; mimetype: string; size: number }

export class NotFetched extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}

/** What a test may replace: which addresses count as public. */
export type Guard = { urlOf: (address: string) => URL | null; isPublic: (ip: string) => boolean }
export const guard: Guard = { urlOf: publicUrl, isPublic: isPublicAddress }

const guarded =
  ({ isPublic }: Guard): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      if (found.length === 0 || !found.every(({ address }) => isPublic(address)))
        return callback(new NotFetched('INTERNAL'), [])
      if (options.all) callback(null, found)
      else callback(null, found[0].address, found[0].family)
    })

function request(url: URL, signal: AbortSignal, by: Guard): Promise<http.IncomingMessage> {
  const headers = { 'user-agent': 'Mozilla/5.0 (dangjian-portal)', accept: 'image/*' }
  const client = url.protocol === 'https:' ? https : http
  return new Promise((done, fail) => {
    client.get(url, { headers, signal, lookup: guarded(by), agent: false }, done).on('error', fail)
  })
}

function limited(): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length
      next(size > MAX_BYTES ? new NotFetched('SIZE') : null, chunk)
    },
  })
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
}

function nameOf(url: URL, mimetype: string): string {
  const base = path.posix.basename(decodeURIComponent(url.pathname)).replace(/\.[^.]*$/, '') || 'picture'
  return `${base.slice(0, 60)}${EXTENSIONS[mimetype]}`
}

async function receive(url: URL, folder: string, signal: AbortSignal, redirects: number, by: Guard): Promise<Fetched> {
  const response = await request(url, signal, by)
  const { statusCode = 0, headers } = response
  if (statusCode >= 300 && statusCode < 400 && headers.location) {
    response.destroy()
    const next = URL.canParse(headers.location, url.href) ? by.urlOf(new URL(headers.location, url).href) : null
    if (!next) throw new NotFetched('INTERNAL')
    if (redirects === 0) throw new NotFetched('STATUS')
    return receive(next, folder, signal, redirects - 1, by)
  }
  try {
    if (statusCode !== 200) throw new NotFetched('STATUS')
    const mimetype = (headers['content-type'] ?? '').split(';')[0].trim().toLowerCase()
    if (!(mimetype in EXTENSIONS)) throw new NotFetched('TYPE')
    if (Number(headers['content-length'] ?? 0) > MAX_BYTES) throw new NotFetched('SIZE')
    const filepath = path.join(folder, `fetched-${Math.random().toString(36).slice(2)}`)
    const file = createWriteStream(filepath)
    await pipeline(response, limited(), file)
    return { filepath, name: nameOf(url, mimetype), mimetype, size: file.bytesWritten }
  } finally {
    response.destroy()
  }
}

/** @throws NotFetched */
export async function fetchPicture(address: string, folder: string, by: Guard = guard): Promise<Fetched> {
  const url = by.urlOf(address)
  if (!url) throw new NotFetched('ADDRESS')
  try {
    return await receive(url, folder, AbortSignal.timeout(DEADLINE_MS), MAX_REDIRECTS, by)
  } catch (error) {
    if (error instanceof NotFetched) throw error
    throw new NotFetched('UNREACHABLE', { cause: error })
  }
}
