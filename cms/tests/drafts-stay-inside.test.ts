/** An anonymous reader tries every way to a draft: status, populate, filters, sort, paths, other types. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createDraft, createPublished } from './setup/content.ts'
import { get } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const SECRET = '绝密草稿'
const plurals: Record<string, string> = {
  article: 'articles',
  speech: 'speeches',
  policy: 'policies',
  lesson: 'lessons',
  micropost: 'microposts',
  representative: 'representatives',
  link: 'links',
  page: 'pages',
}

let cms: TestCms
let ids: Record<string, string>

const secretFields: Record<string, Record<string, unknown>> = {
  article: { title: SECRET, body: SECRET },
  speech: { title: SECRET, body: SECRET, speaker: SECRET },
  policy: { title: SECRET, body: SECRET },
  lesson: { title: SECRET, body: SECRET },
  micropost: { text: SECRET },
  representative: { name: SECRET },
  link: { title: SECRET, url: 'https://secret.example/' },
  page: { title: SECRET, body: SECRET },
}

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  for (const [kind, slug] of [
    ['speech', 'speeches'],
    ['policy', 'policies'],
    ['lesson', 'lessons'],
    ['micropost', 'microblog'],
    ['representative', 'representatives'],
  ]) {
    await createColumn(cms, { kind, slug, name: slug })
  }
  ids = {}
  for (const [kind, data] of Object.entries(secretFields)) {
    ids[kind] = (await createDraft(cms, { title: undefined, body: undefined, ...data }, kind)).documentId
  }
  await createPublished(cms, { title: '公开的稿件', related: [ids.article], representative: ids.representative })
  const edited = await createPublished(cms, { title: '公开的旧题' })
  await cms.strapi
    .documents('api::article.article')
    .update({ documentId: edited.documentId, data: { title: SECRET } as never })
})
afterAll(() => cms.stop())

const expectNothingSecret = async (path: string) => {
  const { status, text } = await get(cms, path)
  expect(status, path).toBeLessThan(500)
  expect(text, path).not.toContain(SECRET)
  for (const id of Object.values(ids)) expect(text, path).not.toContain(id)
}

describe.each(Object.keys(plurals))('%s', (kind) => {
  const plural = plurals[kind]
  const queries = [
    '',
    '?status=draft',
    '?status[$eq]=draft',
    '?status=draft&status=published',
    '?publicationState=preview',
    '?populate=*',
    '?populate=*&status=draft',
    '?populate[related][populate]=*',
    '?populate[column][populate][articles]=*',
    '?populate=deep',
    '?populate[0]=createdBy',
    '?sort=createdBy.email',
    '?sort=title:desc&status=draft',
    '?fields=*',
    '?fields=createdBy',
    '?filters[title][$contains]=绝密',
    '?filters[publishedAt][$null]=true',
    '?filters[$or][0][publishedAt][$null]=true',
    '?filters[createdBy][email][$contains]=@',
    '?filters[related][title][$startsWith]=绝',
    '?filters[column][articles][title][$startsWith]=绝',
    '?locale=*',
    '?pagination[pageSize]=100000',
    '?pagination[limit]=-1',
    '?lookup[publishedAt]=null',
    '?hasPublishedVersion=false',
  ]
  it.each(queries)('%s', async (query) => {
    await expectNothingSecret(`/api/${plural}${query}`)
    await expectNothingSecret(`/API/${plural.toUpperCase()}${query}`)
    await expectNothingSecret(`/api/${plural}/${query}`)
  })

  it('is not found by its id', async () => {
    for (const query of ['', '?status=draft', '?populate=*']) {
      const { status, text } = await get(cms, `/api/${plural}/${ids[kind]}${query}`)
      expect([400, 404]).toContain(status)
      expect(text).not.toContain(SECRET)
    }
  })
})

describe('oracles', () => {
  it.each([
    '/api/columns?filters[articles][title][$startsWith]=绝',
    '/api/columns?populate=articles',
    '/api/tags?filters[articles][title][$contains]=绝',
    '/api/tags?populate=*',
    '/api/topics?populate=lessons',
    '/api/site-setting?populate=leads',
    '/api/contact?status=draft',
    '/api/upload/files',
    '/api/users',
    '/api/users-permissions/roles',
    '/api/content-type-builder/content-types',
    '/content-manager/collection-types/api::article.article',
    '/api/content-manager/collection-types/api::article.article',
    '/api/publication/changes?after=0',
    '/API/Publication/Changes?after=0',
  ])('%s', expectNothingSecret)

  it('counts published content alone', async () => {
    const { body } = await get(cms, '/api/articles?pagination[pageSize]=1')
    expect(body.meta.pagination?.total).toBe(2)
  })
})

describe('a refused query', () => {
  it('says why in Chinese, with a stable code and the field', async () => {
    const { status, body } = await get(cms, '/api/articles?status=draft&populate=createdBy')
    expect(status).toBe(400)
    expect(body.error?.message).toBe('查询参数不受支持。')
    expect(body.error?.details).toEqual({ code: 'QUERY_NOT_ALLOWED', fields: ['populate', 'status'] })
  })
})
