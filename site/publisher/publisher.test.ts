import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../src/content/documents.ts'
import { openReadModel } from '../src/content/read-model.ts'
import { applyChanges } from './apply-changes.ts'
import type { CmsClient, LiveReport } from './cms-client.ts'
import { follow } from './follow.ts'
import { openJournal } from './journal.ts'
import { fileOf } from './live-tree.ts'
import { listReleases } from './releases/manifest.ts'
import type { Render } from './renderer.ts'
import { renderAll } from './write-pages.ts'

const AT = '2026-11-23T01:00:00.000Z'
const logger = pino({ level: 'silent' })

let siteDir: string
let database: ReturnType<typeof openReadModel>

beforeEach(async () => {
  siteDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-site-'))
  await fs.mkdir(path.join(siteDir, 'client'))
  database = openReadModel(path.join(siteDir, 'read-model.sqlite'), { readOnly: false })
})
afterEach(async () => {
  database.close()
  await fs.rm(siteDir, { recursive: true })
})

const column = (over: object = {}) => ({
  ...{ documentId: 'news', slug: 'news', name: '党建要闻', module: 'portal', order: 1, kind: 'article', intro: null },
  ...{ pageSize: 5, reviewLevels: 0, visible: true, publishedAt: AT, updatedAt: AT, ...over },
})

const article = (documentId: string, over: object = {}) => ({
  ...{
    documentId,
    publishedAt: AT,
    updatedAt: AT,
    slug: documentId,
    column: 'news',
    displayDate: AT,
    pinnedUntil: null,
  },
  ...{
    source: null,
    responsibleEditor: null,
    summary: null,
    tags: [],
    bodyMedia: [],
    title: documentId,
    subtitle: null,
  },
  ...{
    cover: null,
    body: '正文',
    author: null,
    attachments: [],
    related: [],
    representative: null,
    reprintUrl: null,
    ...over,
  },
})

/** A CMS whose log the test writes; the follower stops when everything was reported live. */
function fakeCms(log: Change[], stop: AbortController) {
  const reports: LiveReport[] = []
  const client: CmsClient = {
    changes: async (after, waitS) => {
      const data = log.filter(({ sequence }) => sequence > after).slice(0, 2)
      if (data.length === 0 && waitS > 0) {
        stop.abort()
        throw new Error('stopped')
      }
      return { data, meta: { latest: log.length } }
    },
    reportLive: async (report) => {
      reports.push(report)
    },
  }
  return { client, reports }
}

const change = (sequence: number, kind: Change['kind'], documentId: string, document: unknown): Change => ({
  ...{ sequence, kind, documentId, event: document === null ? 'unpublished' : 'published', at: AT, document },
})

/** Renders a page as the list of what the read model holds; a post as its own row. */
const renderFrom =
  (failing: ReadonlySet<string> = new Set()): Render =>
  async (address) => {
    if (failing.has(address)) throw new Error('template broke')
    const slug = address.split('/')[2]
    const rows =
      slug && slug !== 'p' && !address.endsWith('.xml')
        ? database.prepare('SELECT json, document_id FROM documents WHERE slug = ? AND column_id IS NOT NULL').all(slug)
        : database.prepare('SELECT json, document_id FROM documents ORDER BY document_id').all()
    const status = rows.length === 0 && slug !== undefined && slug !== 'p' && slug !== '' ? 404 : 200
    const body = new TextEncoder().encode(rows.map(({ json }) => String(json)).join('\n'))
    const reads = rows.map((row) => `doc:article:${row.document_id}`)
    return { status, contentType: 'text/html', body, reads, staleAt: null }
  }

async function run(log: Change[], render: Render = renderFrom(), buildId = 'build-1') {
  const stop = new AbortController()
  const { client, reports } = fakeCms(log, stop)
  const renderer = {
    ...{ render, clientDir: path.join(siteDir, 'client'), buildId, close: async () => {} },
    renderInto: (root: string, addresses: readonly string[]) => renderAll(render, { addresses, root }),
  }
  const follower = {
    database,
    journal: openJournal(database),
    cms: client,
    renderer,
    siteDir,
    logger,
    signal: stop.signal,
  }
  await follow(follower).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return reports
}

const live = (address: string) => fs.readFile(path.join(siteDir, 'live', fileOf(address)), 'utf8')
const exists = (address: string) =>
  live(address).then(
    () => true,
    () => false,
  )

describe('following', () => {
  const first = [change(1, 'column', 'news', column()), change(2, 'article', 'a', article('a'))]

  it('renders a first release and reports it live', async () => {
    const reports = await run(first)
    expect(await live('/news/a/')).toContain('"a"')
    expect(await live('/news/')).toContain('"a"')
    expect(reports.at(-1)).toMatchObject({ sequence: 2, error: null })
  })

  it('writes what a later change touches, in the same release', async () => {
    await run(first)
    const release = await fs.realpath(path.join(siteDir, 'live'))
    const log = [
      ...first,
      change(3, 'article', 'b', article('b')),
      change(4, 'article', 'a', article('a', { title: '新题' })),
    ]
    const reports = await run(log)
    expect(await live('/news/b/')).toContain('"b"')
    expect(await live('/news/a/')).toContain('新题')
    expect(await fs.realpath(path.join(siteDir, 'live'))).toBe(release)
    expect(reports).toHaveLength(1)
  })

  it('removes the page of what was taken down, and its folder', async () => {
    await run(first)
    await run([...first, change(3, 'article', 'a', null)])
    expect(await exists('/news/a/')).toBe(false)
    expect(await fs.readdir(path.join(siteDir, 'live', 'news'))).not.toContain('a')
    expect(await live('/news/')).not.toContain('"a"')
  })

  it('moves a renamed page', async () => {
    await run(first)
    await run([...first, change(3, 'article', 'a', article('a', { slug: 'new-name' }))])
    expect(await exists('/news/a/')).toBe(false)
    expect(await live('/news/new-name/')).toContain('new-name')
  })

  it('builds a new release when the code changed, and keeps five', async () => {
    for (const build of ['1', '2', '3', '4', '5', '6', '7']) await run(first, renderFrom(), build)
    expect(await listReleases(siteDir)).toHaveLength(5)
    expect(await live('/news/a/')).toContain('"a"')
  })

  it('reads everything anew when the log went back', async () => {
    await run([...first, change(3, 'article', 'b', article('b'))])
    await run([change(1, 'column', 'news', column()), change(2, 'article', 'c', article('c'))])
    expect(await exists('/news/b/')).toBe(false)
    expect(await live('/news/c/')).toContain('"c"')
  })
})

describe('a page that cannot be rendered', () => {
  const log = [
    change(1, 'column', 'news', column()),
    change(2, 'article', 'a', article('a')),
    change(3, 'article', 'b', article('b')),
  ]

  it('keeps its old version, lets the others go on, and is reported by name', async () => {
    await run(log)
    const changed = [
      ...log,
      change(4, 'article', 'a', article('a', { title: '新题' })),
      change(5, 'article', 'b', article('b', { title: '另题' })),
    ]
    const reports = await run(changed, renderFrom(new Set(['/news/a/'])))
    expect(await live('/news/a/')).not.toContain('新题')
    expect(await live('/news/b/')).toContain('另题')
    expect(reports.at(-1)?.error).toBe('/news/a/: template broke')
  })

  it('is tried again at the next start', async () => {
    await run(log)
    const changed = [...log, change(4, 'article', 'a', article('a', { title: '新题' }))]
    await run(changed, renderFrom(new Set(['/news/a/'])))
    const reports = await run(changed)
    expect(await live('/news/a/')).toContain('新题')
    expect(reports.at(-1)?.error).toBeNull()
  })

  it('does not hold a release up', async () => {
    await run(log)
    await run(log, renderFrom(new Set(['/news/a/'])), 'build-2')
    expect(await live('/news/a/')).toContain('"a"')
    expect(await live('/news/b/')).toContain('"b"')
  })
})

describe('a document in an unknown shape', () => {
  it('is left out, named, and does not stop the others', () => {
    const journal = openJournal(database)
    const { rejected, sequence } = applyChanges(database, journal, [
      change(1, 'column', 'news', column()),
      change(2, 'article', 'bad', { documentId: 'bad', title: 7 }),
      change(3, 'article', 'good', article('good')),
    ])
    expect(rejected.map(({ documentId }) => documentId)).toEqual(['bad'])
    expect(sequence).toBe(3)
    expect(database.prepare("SELECT document_id FROM documents WHERE kind = 'article'").all()).toEqual([
      { document_id: 'good' },
    ])
  })
})

describe('fileOf', () => {
  it.each([
    ['/', 'index.html'],
    ['/news/', 'news/index.html'],
    ['/news/p/1/', 'news/p/1/index.html'],
    ['/news/rss.xml', 'news/rss.xml'],
    ['/404/', '404.html'],
  ])('%s is %s', (address, file) => expect(fileOf(address)).toBe(file))

  it.each(['/../etc/', '/news/%2e%2e/x/', '/a/../../b/'])('%s leaves the tree and is refused', (address) => {
    expect(() => fileOf(address)).toThrow()
  })
})
