/** What each desk role may do, tried through the desk's own API. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, createPublished } from './setup/content.ts'
import { send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const roles = [
  ...(['strapi-author', 'strapi-editor', 'dangjian-affairs', 'dangjian-analyst'] as const),
  ...(['dangjian-review-1', 'dangjian-review-2', 'dangjian-review-3'] as const),
]
type Role = (typeof roles)[number]

const ARTICLES = '/content-manager/collection-types/api::article.article'
const PUBLICATION = '/admin/publication'
const PAGES = '/content-manager/collection-types/api::page.page'

let cms: TestCms
let columnId: string
const headers = new Map<Role, Record<string, string>>()

beforeAll(async () => {
  cms = await startCms()
  columnId = (await createColumn(cms)).documentId
  for (const role of roles) headers.set(role, await logInDesk(cms, role))
})
afterAll(() => cms.stop())

type Deed = (role: Role) => Promise<number>

const call = async (role: Role, method: string, path: string, data?: unknown) =>
  (await send(cms, method, path, data, headers.get(role))).status

const deeds: Record<string, Deed> = {
  'read articles': (role) => call(role, 'GET', ARTICLES),
  'write an article': (role) => call(role, 'POST', ARTICLES, { title: '题', body: '文', column: columnId }),
  'change an article': async (role) =>
    call(role, 'PUT', `${ARTICLES}/${(await createDraft(cms)).documentId}`, { title: '改', body: '文' }),
  'publish an article': async (role) =>
    call(role, 'POST', `${ARTICLES}/${(await createDraft(cms)).documentId}/actions/publish`, {}),
  'publish while writing': (role) =>
    call(role, 'POST', `${ARTICLES}/actions/publish`, { title: '题', body: '文', column: columnId }),
  'publish in bulk': async (role) =>
    call(role, 'POST', `${ARTICLES}/actions/bulkPublish`, { documentIds: [(await createDraft(cms)).documentId] }),
  'unpublish an article': async (role) =>
    call(role, 'POST', `${ARTICLES}/${(await createPublished(cms)).documentId}/actions/unpublish`, {}),
  'delete an article': async (role) => call(role, 'DELETE', `${ARTICLES}/${(await createDraft(cms)).documentId}`),
  'write a page': (role) => call(role, 'POST', PAGES, { title: '页', body: '文' }),
  'change a column': (role) =>
    call(role, 'PUT', `/content-manager/collection-types/api::column.column/${columnId}`, { name: '要闻' }),
  'see how an article fares': async (role) =>
    call(role, 'GET', `${PUBLICATION}/documents/api::article.article/${(await createPublished(cms)).documentId}`),
  'see how a column fares': (role) => call(role, 'GET', `${PUBLICATION}/documents/api::column.column/${columnId}`),
  'try an article again': async (role) =>
    call(
      role,
      'POST',
      `${PUBLICATION}/documents/api::article.article/${(await createPublished(cms)).documentId}/retry`,
    ),
  'try a column again': (role) => call(role, 'POST', `${PUBLICATION}/documents/api::column.column/${columnId}/retry`),
  'see how the engine is': (role) => call(role, 'GET', `${PUBLICATION}/engine`),
  'see what was published last': (role) => call(role, 'GET', `${PUBLICATION}/recent`),
  'see desk accounts': (role) => call(role, 'GET', '/admin/users'),
  'issue tokens': (role) => call(role, 'GET', '/admin/api-tokens'),
}

const everybody = [
  ...['read articles', 'see how an article fares', 'see how a column fares'],
  ...['see how the engine is', 'see what was published last'],
]

const expected: Record<Role, readonly string[]> = {
  'strapi-author': [...everybody, 'write an article', 'change an article', 'write a page'],
  'strapi-editor': [
    ...everybody,
    ...['write an article', 'change an article', 'publish an article', 'publish while writing'],
    'try an article again',
    ...['publish in bulk', 'unpublish an article', 'delete an article', 'write a page'],
  ],
  'dangjian-review-1': [
    ...everybody,
    ...['write an article', 'change an article', 'publish an article', 'publish while writing'],
    ...['try an article again', 'publish in bulk', 'unpublish an article', 'write a page'],
  ],
  'dangjian-review-2': [
    ...everybody,
    ...['change an article', 'publish an article', 'try an article again', 'publish in bulk', 'unpublish an article'],
  ],
  'dangjian-review-3': everybody,
  'dangjian-affairs': [...everybody, 'write a page'],
  'dangjian-analyst': everybody,
}

describe.each(roles)('%s', (role) => {
  it.each(Object.keys(deeds))('%s', async (name) => {
    const status = await deeds[name](role)
    expect(status < 300, `answered ${status}`).toBe(expected[role].includes(name))
    if (status >= 300) expect(status).toBe(403)
  })
})
