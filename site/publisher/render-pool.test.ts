import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RenderPool, startRenderPool } from './render-pool.ts'

/** An app with pages that no app should have; the others name the thread that rendered them. */
const APP = `
import { threadId } from 'node:worker_threads'
const page = (text) => ({ status: 200, contentType: 'text/html', body: new TextEncoder().encode(text), reads: ['k'], staleAt: null })
export async function render(address) {
  if (address === '/hangs/') for (;;);
  if (address === '/waits/') await new Promise(() => {})
  if (address === '/eats/') { const kept = []; for (;;) kept.push(new Array(100_000).fill(Math.random())) }
  if (address === '/ends/') process.exit(3)
  if (address === '/breaks/') throw new Error('template broke')
  await new Promise((resolve) => setTimeout(resolve, 5))
  if (address === '/settings/') return page(process.env.READ_MODEL + ' ' + process.env.SITE_URL)
  return page(address + ' ' + threadId)
}
`

let folder: string
let pool: RenderPool

const start = (over: { app?: string; warmUp?: string[]; threads?: number } = {}) =>
  startRenderPool(
    {
      entry: over.app ?? pathToFileURL(path.join(folder, 'app.mjs')).href,
      readModelPath: '/data/read-model.sqlite',
      siteUrl: 'https://dj.example.edu.cn',
      pageLimitMs: 1000,
      memoryMb: 32,
      threads: over.threads ?? 2,
    },
    over.warmUp ?? [],
  )

const textOf = async (address: string) => new TextDecoder().decode((await pool.render(address)).body)

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'render-pool-'))
  await fs.writeFile(path.join(folder, 'app.mjs'), APP)
})
afterEach(async () => {
  await pool?.close()
  await fs.rm(folder, { recursive: true })
})

describe('rendering threads', { timeout: 60_000 }, () => {
  it('render what is asked, with all that the page says of itself', async () => {
    pool = await start()
    expect(await pool.render('/a/')).toMatchObject({
      status: 200,
      contentType: 'text/html',
      reads: ['k'],
      staleAt: null,
    })
    expect(await textOf('/settings/')).toBe('/data/read-model.sqlite https://dj.example.edu.cn')
  })

  it('answer every one of many pages, on all threads', async () => {
    pool = await start()
    const addresses = Array.from({ length: 40 }, (_, n) => `/page-${n}/`)
    const texts = await Promise.all(addresses.map(textOf))
    expect(texts.map((text) => text.split(' ')[0])).toEqual(addresses)
    expect(new Set(texts.map((text) => text.split(' ')[1])).size).toBe(2)
  })

  it('pass on what a page throws, and live on', async () => {
    pool = await start({ threads: 1 })
    const before = await textOf('/a/')
    await expect(pool.render('/breaks/')).rejects.toMatchObject({
      code: 'RENDER_FAILED',
      address: '/breaks/',
      message: 'template broke',
    })
    expect(await textOf('/a/')).toBe(before)
  })

  it.each(['/hangs/', '/waits/'])('cut %s off after the limit; the rest goes on', async (address) => {
    pool = await start({ threads: 1 })
    const hung = expect(pool.render(address)).rejects.toMatchObject({
      code: 'RENDER_TIMEOUT',
      address,
      message: 'rendering took longer than 1 s',
    })
    expect(await textOf('/a/')).toMatch('/a/')
    await hung
  })

  it.each([
    ['/eats/', 'the page wants more memory than it may have'],
    ['/ends/', 'the rendering thread ended with code 3'],
  ])('survive %s', async (address, message) => {
    pool = await start({ threads: 1 })
    await expect(pool.render(address)).rejects.toMatchObject({ code: 'RENDER_FAILED', address, message })
    expect(await textOf('/a/')).toMatch('/a/')
  })
})

describe('the start', { timeout: 60_000 }, () => {
  it('does without a page that hangs, breaks or eats', async () => {
    pool = await start({ warmUp: ['/a/', '/breaks/', '/hangs/', '/eats/', '/b/'] })
    expect(await textOf('/a/')).toMatch('/a/')
  })

  it('fails when the app cannot be loaded', async () => {
    await expect(start({ app: pathToFileURL(path.join(folder, 'none.mjs')).href })).rejects.toMatchObject({
      code: 'RENDER_FAILED',
      address: '',
      message: expect.stringMatching(/none\.mjs/),
    })
  })
})
