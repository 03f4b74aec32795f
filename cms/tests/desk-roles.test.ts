/** What each desk role may do, tried through the desk's own API. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createDraft, createPublished } from './setup/content.ts'
import { send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const roles = ['strapi-author', 'strapi-editor', 'dangjian-affairs', 'dangjian-analyst'] as const
type Role = (typeof roles)[number]

const ARTICLES = '/content-manager/collection-types/api::article.article'
const PAGES = '/content-manager/collection-types/api::page.page'

let cms: TestCms
let columnId: string
const headers = new Map<Role, Record<string, string>>()

async function logIn(code: Role): Promise<Record<string, string>> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
  const account = { email: `${code}@portal.example`, password: 'Portal-2026' }
  await cms.strapi.service('admin::user').create({ ...account, firstname: code, isActive: true, roles: [role.id] })
  const { body } = await send(cms, 'POST', '/admin/login', account)
  return { authorization: `Bearer ${(body.data as { token: string }).token}` }
}

beforeAll(async () => {
  cms = await startCms()
  columnId = (await createColumn(cms)).documentId
  for (const role of roles) headers.set(role, await logIn(role))
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
  'see desk accounts': (role) => call(role, 'GET', '/admin/users'),
  'issue tokens': (role) => call(role, 'GET', '/admin/api-tokens'),
}

const expected: Record<Role, readonly string[]> = {
  'strapi-author': ['read articles', 'write an article', 'change an article', 'write a page'],
  'strapi-editor': [
    ...['read articles', 'write an article', 'change an article', 'publish an article', 'publish while writing'],
    ...['publish in bulk', 'unpublish an article', 'delete an article', 'write a page'],
  ],
  'dangjian-affairs': ['read articles', 'write a page'],
  'dangjian-analyst': ['read articles'],
}

describe.each(roles)('%s', (role) => {
  it.each(Object.keys(deeds))('%s', async (name) => {
    const status = await deeds[name](role)
    expect(status < 300, `answered ${status}`).toBe(expected[role].includes(name))
    if (status >= 300) expect(status).toBe(403)
  })
})
