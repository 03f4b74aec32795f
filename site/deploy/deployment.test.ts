/** Both targets over their real protocols: a bucket in an S3 server, a folder behind an SSH server. */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDeployment } from './deployment.ts'
import { openInventory } from './inventory.ts'
import { createS3Target } from './s3-target.ts'
import { createSftpTarget } from './sftp-target.ts'
import { openStaging } from './staging.ts'
import type { Target } from './target.ts'
import { startS3Server } from './testing/s3-server.ts'
import { account, startSshServer } from './testing/ssh-server.ts'
import { deadLinks, page, readTree, type Tree, writeTree } from './testing/tree.ts'

/** a refusal is tried again by the client libraries first */
const PATIENT = { timeout: 20_000 }
vi.setConfig({ testTimeout: 60_000 })
const logger = pino({ level: 'silent' })
const first: Tree = {
  'index.html': page('首页', '/news/', '/news/one/'),
  'news/index.html': page('要闻', '/news/one/', '/news/p/1/'),
  'news/p/1/index.html': page('往期', '/news/one/'),
  'news/one/index.html': `${page('一', '/news/', '/uploads/a-480.webp')}<img src="/uploads/a-480.webp">`,
  'news/rss.xml': '<rss/>',
  'uploads/a-480.webp': 'picture',
  '_astro/style.abc.css': 'body{}',
  '404.html': page('没有这个页面', '/'),
  'favicon.png': 'icon',
}

let folder: string
let liveDir: string
let stopping: AbortController
const closing: (() => Promise<unknown>)[] = []

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'deploy-'))
  liveDir = path.join(folder, 'live')
  writeTree(liveDir, first)
  stopping = new AbortController()
})

afterEach(async () => {
  stopping.abort()
  for (const close of closing.splice(0).reverse()) await close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** The target itself, with a record of what it was asked to do and a look at the copy after each step. */
function observed(target: Target, look: () => Promise<void>) {
  const calls: string[] = []
  const watched: Target = {
    ...target,
    put: async (file) => {
      await target.put(file)
      calls.push(`put ${file.path}`)
      await look()
    },
    remove: async (name) => {
      await target.remove(name)
      calls.push(`remove ${name}`)
      await look()
    },
  }
  return { watched, calls }
}

async function deployTo(target: Target) {
  const signal = stopping.signal
  const inventory = openInventory(path.join(folder, 'deployment.sqlite'), target.name)
  const staging = openStaging(path.join(folder, 'outgoing'))
  const deployment = startDeployment({ target, inventory, staging, liveDir, logger, signal })
  closing.push(() => deployment.finished.finally(() => inventory.close()))
  deployment.treeChanged({ release: 'release-1' })
  return { ...deployment, inventory }
}

const bucket = async () => {
  const server = await startS3Server(folder)
  closing.push(server.stop)
  return { target: () => createS3Target(server.settings), copy: server.objects, server }
}

const host = async () => {
  const root = path.join(folder, 'host')
  fs.mkdirSync(root)
  const server = await startSshServer(root)
  closing.push(server.stop)
  const copy = async () => readTree(path.join(root, 'www'))
  return { target: () => createSftpTarget(server.settings), copy, server }
}

describe.each([
  ['a bucket', bucket],
  ['another host', host],
])('%s', (_name, start) => {
  it('becomes the same as the tree, and stays it', async () => {
    const { target, copy } = await start()
    const deployment = await deployTo(target())
    await deployment.idle()
    expect(await copy()).toEqual(readTree(liveDir))

    const changed: Tree = { 'news/two/index.html': page('二'), 'news/index.html': page('要闻', '/news/two/') }
    writeTree(liveDir, changed)
    fs.rmSync(path.join(liveDir, 'news/one'), { recursive: true })
    deployment.treeChanged({ written: Object.keys(changed), removed: ['news/one/index.html'] })
    await deployment.idle()
    expect(await copy()).toEqual(readTree(liveDir))
  })

  it('never has a link that leads nowhere', async () => {
    const { target, copy } = await start()
    const dead: string[] = []
    const look = async () => {
      // what nothing links to yet may lie there: a reader begins at the home page
      const files = await copy()
      if (files.has('index.html')) dead.push(...deadLinks(files))
    }
    const { watched, calls } = observed(target(), look)
    const deployment = await deployTo(watched)
    await deployment.idle()
    expect(calls.filter((call) => call.startsWith('put'))).toHaveLength(Object.keys(first).length)

    const changed: Tree = {
      'news/rss.xml': '<rss>/news/two/</rss>',
      'index.html': page('首页', '/news/', '/news/two/'),
      'news/index.html': page('要闻', '/news/two/', '/news/p/1/', '/news/p/2/'),
      'news/p/1/index.html': page('往期', '/news/p/2/'),
      'news/p/2/index.html': page('往期二', '/news/two/'),
      'news/two/index.html': `${page('二', '/news/')}<img src="/uploads/b-480.webp">`,
      'uploads/b-480.webp': 'other picture',
    }
    calls.length = 0
    writeTree(liveDir, changed)
    fs.rmSync(path.join(liveDir, 'news/one'), { recursive: true })
    deployment.treeChanged({ written: Object.keys(changed), removed: ['news/one/index.html'] })
    await deployment.idle()
    expect(dead).toEqual([])
    expect(calls.at(0)).toBe('put uploads/b-480.webp')
    expect(calls.at(1)).toBe('put news/two/index.html')
    expect(calls.slice(-2)).toEqual(['put news/rss.xml', 'remove news/one/index.html'])
  })

  it('gets only what differs, also after a restart and another release', async () => {
    const { target, copy } = await start()
    const before = await deployTo(target())
    await before.idle()
    stopping.abort()
    await closing.pop()?.()

    stopping = new AbortController()
    const release = path.join(folder, 'release-2')
    fs.cpSync(liveDir, release, { recursive: true })
    writeTree(release, { 'news/one/index.html': page('一，改过') })
    fs.rmSync(path.join(release, 'favicon.png'))
    fs.rmSync(liveDir, { recursive: true })
    fs.renameSync(release, liveDir)
    const { watched, calls } = observed(target(), async () => undefined)
    const after = await deployTo(watched)
    await after.idle()
    expect(calls).toEqual(['put news/one/index.html', 'remove favicon.png'])
    expect(await copy()).toEqual(readTree(liveDir))
  })

  it('goes on where it was interrupted', async () => {
    const { target, copy } = await start()
    const broken = observed(target(), async () => {
      if (broken.calls.length === 3) throw new Error('the cable was pulled')
    })
    const before = await deployTo(broken.watched)
    await expect.poll(() => before.inventory.noted('error'), PATIENT).toContain('the cable was pulled')
    const sent = new Set(before.inventory.paths())
    expect(sent.size).toBeGreaterThan(0)
    stopping.abort()
    await closing.pop()?.()

    stopping = new AbortController()
    const { watched, calls } = observed(target(), async () => undefined)
    const after = await deployTo(watched)
    await after.idle()
    expect(calls.filter((call) => sent.has(call.replace('put ', '')))).toEqual([])
    expect(await copy()).toEqual(readTree(liveDir))
    expect(after.inventory.noted('error')).toBe('')
  })

  it('gets a file as it was when its batch was done', async () => {
    const { target, copy } = await start()
    const deployment = await deployTo(target())
    await deployment.idle()
    writeTree(liveDir, { 'index.html': page('首页二') })
    deployment.treeChanged({ written: ['index.html'], removed: [] })
    writeTree(liveDir, { 'index.html': page('首页三', '/news/not-yet/') })
    await deployment.idle()
    expect((await copy()).get('index.html')).toBe(page('首页二'))
  })
})

describe('a bucket', () => {
  it('knows of each object what a browser must be told', async () => {
    const { target, server } = await bucket()
    writeTree(liveDir, {
      'news/old/index.html':
        '<!doctype html><html lang="zh-CN" data-redirect="/news/one/"><title>已移到新地址</title></html>',
    })
    const deployment = await deployTo(target())
    await deployment.idle()
    const old = await server.head('news/old/index.html')
    expect(old.WebsiteRedirectLocation).toBe('/news/one/')
    expect(old.ContentType).toBe('text/html; charset=utf-8')
    expect(old.CacheControl).toBe('no-cache')
    expect((await server.head('_astro/style.abc.css')).CacheControl).toContain('immutable')
    expect((await server.head('news/rss.xml')).ContentType).toContain('application/xml')
    expect((await server.head('uploads/a-480.webp')).ContentType).toBe('image/webp')
  })

  it('that refuses the keys is tried again and said so', async () => {
    const { server } = await bucket()
    const deployment = await deployTo(createS3Target({ ...server.settings, accessKeyId: 'wrong' }))
    await expect.poll(() => deployment.inventory.noted('error'), PATIENT).toMatch(/access key/i)
  })
})

describe('another host', () => {
  it('that is not the one we mean gets nothing', async () => {
    const { server } = await host()
    const hostKey = `SHA256:${'A'.repeat(43)}`
    const deployment = await deployTo(createSftpTarget({ ...server.settings, hostKey }))
    await expect.poll(() => deployment.inventory.noted('error'), PATIENT).toMatch(/host/i)
    expect(fs.existsSync(path.join(folder, 'host/www'))).toBe(false)
  })

  it('that drops the line is called again', async () => {
    const { server, copy, target } = await host()
    const deployment = await deployTo(target())
    await deployment.idle()
    server.dropConnections()
    writeTree(liveDir, { 'index.html': page('首页二') })
    deployment.treeChanged({ written: ['index.html'], removed: [] })
    await deployment.idle()
    expect((await copy()).get('index.html')).toBe(page('首页二'))
    expect(account.username).toBe('www')
  })
})
