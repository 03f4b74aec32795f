/** A server of our own plays the web; the guard is told that its address is a public one. */
import fs from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchPicture, type Guard, guard, type NotFetched } from './fetch-picture'

let folder: string
let origin: string
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://web.example')
  const png = { 'content-type': 'image/png' }
  if (pathname === '/a.png') response.writeHead(200, png).end('bytes')
  else if (pathname === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
  else if (pathname === '/svg') response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg>')
  else if (pathname === '/once') response.writeHead(302, { location: '/a.png' }).end()
  else if (pathname === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/a.png' }).end()
  else if (pathname === '/loop') response.writeHead(302, { location: '/loop' }).end()
  else if (pathname === '/said-large') response.writeHead(200, { ...png, 'content-length': '99000000' }).end()
  else if (pathname === '/large') {
    response.writeHead(200, png)
    const chunk = Buffer.alloc(1024 * 1024)
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', write)
    write()
  } else response.writeHead(404).end()
})

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'fetch-picture-'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await fs.rm(folder, { recursive: true })
})

const trusting: Guard = {
  urlOf: (address) => (address.startsWith(origin) ? new URL(address) : guard.urlOf(address)),
  isPublic: () => true,
}
const problemOf = (address: string, by = trusting) =>
  fetchPicture(address, folder, by).catch((error: NotFetched) => error.problem)

it.each(['/a.png', '/once'])('takes %s', async (pathname) => {
  const { filepath, name, mimetype, size } = await fetchPicture(origin + pathname, folder, trusting)
  expect([name, mimetype, size]).toEqual(['a.png', 'image/png', 5])
  expect(await fs.readFile(filepath, 'utf8')).toBe('bytes')
})

it.each([
  ['/page', 'TYPE'],
  ['/svg', 'TYPE'],
  ['/gone', 'STATUS'],
  ['/loop', 'STATUS'],
  ['/inside', 'INTERNAL'],
  ['/said-large', 'SIZE'],
  ['/large', 'SIZE'],
])('refuses %s: %s', async (pathname, problem) => expect(await problemOf(origin + pathname)).toBe(problem))

it('refuses our own network, by number and by name', async () => {
  expect(await problemOf(`${origin}/a.png`, guard)).toBe('ADDRESS')
  const byName: Guard = { ...guard, urlOf: (address) => new URL(address) }
  expect(await problemOf(origin.replace('127.0.0.1', 'localhost'), byName)).toBe('INTERNAL')
})

it('says so when nobody answers', async () => {
  expect(await problemOf('http://127.0.0.1:9/a.png', { ...trusting, urlOf: (address) => new URL(address) })).toBe(
    'UNREACHABLE',
  )
})
