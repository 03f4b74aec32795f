/** The CMS and the site meet in one place: what the change log carries must parse with the site's own schemas. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type EngineProblem,
  type FailureCode,
  type LiveReport,
  MAX_PAGES_NAMED,
} from '../../site/publisher/live-report.ts'
import { type DocumentOf, documentSchemas, type Kind, kinds } from '../../site/src/content/documents.ts'
import { createColumn, type Saved } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { PUBLICATION_TOKEN, startCms, type TestCms } from './setup/strapi.ts'

type Change = { kind: Kind; documentId: string; document: unknown }

let cms: TestCms
const sent = new Map<Kind, unknown>()

async function upload(name: string, mime: string, content: string): Promise<{ id: number; url: string }> {
  const filepath = path.join(cms.dataDir, name)
  await fs.writeFile(filepath, content)
  const [file] = await cms.strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name, alternativeText: '说明', caption: '图注' } },
      files: { filepath, originalFilename: name, mimetype: mime, size: content.length },
    })
  return file
}

const columnKinds = [
  ...(['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const),
  ...(['link', 'contact'] as const),
]

async function save(kind: Kind, data: Record<string, unknown>): Promise<Saved> {
  const documents = cms.strapi.documents(`api::${kind}.${kind}` as never)
  return (await documents.create({ data: data as never, status: 'published' })) as never
}

beforeAll(async () => {
  cms = await startCms()
  const file = await upload('章程.txt', 'text/plain', '第一条')
  const columns = new Map<string, Saved>()
  for (const kind of columnKinds) {
    columns.set(kind, await createColumn(cms, { kind, slug: `column-${kind}`, name: kind }))
  }
  const tag = await save('tag', { name: '支部建设' })
  const post = {
    ...{ source: '党委宣传部', responsibleEditor: '编辑', summary: '摘要', displayDate: '2026-03-01T01:00:00.000Z' },
    ...{ pinnedUntil: '2026-12-31T15:59:59.000Z', tags: [tag.documentId] },
  }
  const { summary: _summary, ...short } = post
  const topic = await save('topic', { name: '党章学习', intro: '简介', order: 1 })
  const group = await save('link-group', { name: '上级单位', order: 1 })
  const representative = await save('representative', {
    ...post,
    name: '陈守拙',
    post: '教师',
    order: 2,
    photo: file.id,
  })
  const article = await save('article', {
    ...post,
    ...{ title: '文章', subtitle: '副题', cover: file.id, body: `[章程](${file.url})`, author: '作者' },
    ...{ attachments: [file.id], representative: representative.documentId, reprintUrl: 'https://example.org/' },
  })
  await save('article', {
    ...{ title: '公示', body: '文', related: [article.documentId] },
    ...{ publicityFrom: '2026-06-08', publicityUntil: '2026-06-12' },
  })
  await save('speech', {
    ...post,
    title: '讲话',
    speaker: '某书记',
    speechDate: '2026-03-01',
    body: '同志们',
    video: file.id,
  })
  const old = await save('policy', {
    ...post,
    title: '旧办法',
    body: '第一条',
    validity: 'repealed',
    adoptedOn: '2014-05-28',
  })
  await save('policy', { title: '新办法', body: '第一条', replaces: [old.documentId], interpretation: '解读' })
  await save('lesson', {
    ...post,
    title: '课程',
    topic: topic.documentId,
    classHours: 1.5,
    durationSeconds: 90,
    chapters: '00:00 甲',
    audio: file.id,
  })
  await save('micropost', { ...short, text: '短讯', pictures: [file.id] })
  await save('link', { title: '共产党员网', url: 'https://www.12371.cn/', group: group.documentId, order: 1 })
  await save('page', {
    title: '指南',
    body: '怎么办',
    column: columns.get('article')?.documentId,
    attachments: [file.id],
  })
  await save('site-setting', { siteName: '智慧党建', collegeName: '学院', leads: [article.documentId] })
  await save('contact', {
    phone: '029-00000000',
    coordinates: '108.940212,34.341568',
    offices: [{ name: '组织部', place: '201' }],
  })
  const { body } = await get(cms, '/api/publication/changes?after=0', { authorization: `Bearer ${PUBLICATION_TOKEN}` })
  for (const change of body.data as Change[]) sent.set(change.kind, change.document)
})
afterAll(() => cms.stop())

const received = <K extends Kind>(kind: K) => documentSchemas[kind].parse(sent.get(kind)) as DocumentOf<K>

describe('every kind', () => {
  it.each(kinds)('%s parses with the site’s schema', (kind) => {
    const result = documentSchemas[kind].safeParse(sent.get(kind))
    expect(result.error?.issues ?? []).toEqual([])
  })

  it('names only what the site knows, but for times of record', () => {
    for (const kind of kinds) {
      const known = Object.keys(documentSchemas[kind].shape)
      const extra = Object.keys(sent.get(kind) as object).filter((key) => !known.includes(key))
      expect(
        extra.filter((key) => !['createdAt', 'bodyMedia'].includes(key)),
        kind,
      ).toEqual([])
    }
  })
})

describe('values', () => {
  it('keep relations, files, days and numbers', () => {
    expect(received('policy').replaces).toHaveLength(1)
    expect(received('lesson')).toMatchObject({ classHours: 1.5, durationSeconds: 90, chapters: '00:00 甲' })
    expect(received('article')).toMatchObject({ publicityFrom: '2026-06-08', publicityUntil: '2026-06-12' })
    expect(received('contact').coordinates).toBe('108.940212,34.341568')
    expect(received('speech').speechDate).toBe('2026-03-01')
    expect(received('contact').offices).toEqual([
      { name: '组织部', duty: null, place: '201', phone: null, email: null },
    ])
    expect(received('micropost').pictures[0]).toMatchObject({
      name: '章程.txt',
      alternativeText: '说明',
      caption: '图注',
    })
    expect(received('site-setting').leads).toHaveLength(1)
  })
})

describe('what the publisher reports', () => {
  const failures: Record<FailureCode, null> = {
    RENDER_FAILED: null,
    RENDER_TIMEOUT: null,
    WRITE_FAILED: null,
    INVALID_DOCUMENT: null,
    MEDIA_MISSING: null,
  }
  const problems: Record<EngineProblem['code'], null> = {
    ...{ DISK_FULL: null, READ_ONLY: null, PAUSED: null, UNEXPECTED: null },
  }
  const codes = <Code extends string>(table: Record<Code, null>) => Object.keys(table) as Code[]
  const startedAt = '2026-11-24T02:00:00.000Z'
  const report: LiveReport = {
    sequence: 1,
    liveAt: startedAt,
    changes: [{ sequence: 1, durationMs: 12.5, pages: Array<string>(MAX_PAGES_NAMED).fill('/news/'), pageCount: 60 }],
    failures: codes(failures).flatMap((code) => [
      { kind: null, documentId: null, address: '/', code, reason: '原因', oldStands: true },
      { kind: 'article', documentId: 'a', address: '', code, reason: '', oldStands: false },
    ]),
    problem: null,
    health: {
      ...{ queue: 1, pages: 2, treeBytes: 3, freeBytes: 4, release: '2026-11-24' },
      rebuild: { done: 1, total: 2, startedAt },
    },
  }
  const reports: LiveReport[] = [
    report,
    { ...report, sequence: 0, changes: [], failures: [] },
    { ...report, health: { ...report.health, release: null, rebuild: null } },
    ...codes(problems).map((code) => ({ ...report, problem: { code, reason: 'x' } })),
  ]

  it('is taken in whole: no field unknown, none missing', () => {
    const compiled = createRequire(import.meta.url)('../dist/src/domain/publication/live-report.js')
    for (const one of reports) expect(compiled.liveReportSchema.parse(one)).toEqual(one)
  })

  it('is taken over HTTP', async () => {
    const bearer = { authorization: `Bearer ${PUBLICATION_TOKEN}` }
    for (const one of reports) {
      const { status, text } = await send(cms, 'POST', '/api/publication/live', one, bearer)
      expect(status, text).toBe(200)
    }
  })
})
