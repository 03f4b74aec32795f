/** Valid documents of every kind and a scratch read model, for tests. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { DocumentOf, Kind } from '../documents.ts'
import { openReadModel, storeDocument } from '../read-model.ts'
import { readingFrom } from '../reads.ts'

const at = '2026-11-01T01:00:00.000Z'
const base = { publishedAt: at, updatedAt: at }
const post = {
  ...base,
  displayDate: at,
  pinnedUntil: null,
  source: '党委宣传部',
  responsibleEditor: '韩知秋',
  summary: null,
  tags: [],
  bodyMedia: [],
  formerAddresses: [],
}

const defaults: { [K in Kind]: (id: string) => DocumentOf<K> } = {
  column: (documentId) => ({
    ...base,
    documentId,
    slug: documentId,
    formerSlugs: [],
    name: `栏目 ${documentId}`,
    module: 'portal',
    order: 1,
    kind: 'article',
    intro: null,
    pageSize: 5,
    reviewLevels: 1,
    visible: true,
  }),
  article: (documentId) => ({
    ...post,
    documentId,
    slug: documentId,
    column: 'news',
    title: `文章 ${documentId}`,
    subtitle: null,
    cover: null,
    body: '正文。',
    author: null,
    attachments: [],
    related: [],
    representative: null,
    reprintUrl: null,
    publicityFrom: null,
    publicityUntil: null,
  }),
  speech: (documentId) => ({
    ...post,
    documentId,
    slug: documentId,
    column: 'speeches',
    title: `讲话 ${documentId}`,
    speaker: '周明远',
    post: null,
    occasion: null,
    speechDate: null,
    cover: null,
    body: '正文。',
    attachments: [],
    video: null,
  }),
  policy: (documentId) => ({
    ...post,
    documentId,
    slug: documentId,
    column: 'policies',
    title: `办法 ${documentId}`,
    indexNumber: null,
    issuer: null,
    documentNumber: null,
    subject: null,
    adoptedOn: null,
    issuedOn: null,
    effectiveOn: null,
    validity: 'effective',
    history: null,
    body: '## 第一章\n\n正文。',
    interpretation: null,
    attachments: [],
    replaces: [],
  }),
  lesson: (documentId) => ({
    ...post,
    documentId,
    slug: documentId,
    column: 'lessons',
    title: `课程 ${documentId}`,
    topic: null,
    lecturer: null,
    cover: null,
    video: null,
    audio: null,
    handout: null,
    captions: null,
    durationSeconds: null,
    classHours: null,
    chapters: null,
    body: null,
    transcript: null,
    attachments: [],
  }),
  micropost: (documentId) => ({
    ...post,
    documentId,
    slug: documentId,
    column: 'microblog',
    text: `微博 ${documentId}`,
    pictures: [],
  }),
  representative: (documentId) => ({
    ...post,
    documentId,
    slug: documentId,
    column: 'representatives',
    name: `代表 ${documentId}`,
    photo: null,
    post: null,
    branch: null,
    term: null,
    receptionTime: null,
    receptionPlace: null,
    body: null,
    order: 1,
  }),
  link: (documentId) => ({
    ...base,
    documentId,
    title: `链接 ${documentId}`,
    url: 'https://example.org/',
    group: null,
    description: null,
    logo: null,
    order: 1,
  }),
  'link-group': (documentId) => ({ ...base, documentId, name: `分组 ${documentId}`, order: 1 }),
  tag: (documentId) => ({ ...base, documentId, name: `标签 ${documentId}`, slug: documentId }),
  topic: (documentId) => ({ ...base, documentId, name: `专题 ${documentId}`, slug: documentId, intro: null, order: 1 }),
  page: (documentId) => ({
    ...base,
    documentId,
    slug: documentId,
    title: `页面 ${documentId}`,
    column: null,
    summary: null,
    body: '正文。',
    attachments: [],
    bodyMedia: [],
    formerAddresses: [],
  }),
  'site-setting': (documentId) => ({
    ...base,
    documentId,
    siteName: '智慧党建',
    collegeName: '陕西交通职业技术学院',
    description: null,
    logo: null,
    sponsor: null,
    organizer: null,
    address: null,
    postcode: null,
    phone: null,
    icpNumber: null,
    policeNumber: null,
    siteIdCode: null,
    greyFrom: null,
    greyUntil: null,
    greyScope: null,
    leads: [],
  }),
  contact: (documentId) => ({
    ...base,
    documentId,
    intro: null,
    address: null,
    postcode: null,
    phone: null,
    email: null,
    officeHours: null,
    offices: [],
    map: null,
    coordinates: null,
    body: null,
    bodyMedia: [],
  }),
}

export const build = <K extends Kind>(
  kind: K,
  documentId: string,
  changes: Partial<DocumentOf<K>> = {},
): DocumentOf<K> => ({
  ...defaults[kind](documentId),
  ...changes,
})

export interface Scratch {
  path: string
  database: DatabaseSync
  put: <K extends Kind>(kind: K, documentId: string, changes?: Partial<DocumentOf<K>>) => void
  /** what a query gives and which keys it records */
  read: <T>(query: () => T) => Promise<{ result: T; reads: string[] }>
}

export const scratchReadModel = (): Scratch => {
  const path = join(mkdtempSync(join(tmpdir(), 'read-model-')), 'read-model.sqlite')
  const database = openReadModel(path, { readOnly: false })
  return {
    path,
    database,
    put: (kind, documentId, changes) => storeDocument(database, kind, build(kind, documentId, changes)),
    read: async (query) => readingFrom(database, async () => query()),
  }
}

/** The n-th minute of a day, so that posts built in a loop have an order. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
