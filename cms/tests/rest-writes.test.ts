import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, logInMember } from './setup/callers.ts'
import { createColumn, createPublished } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let deskToken: Record<string, string>
let readToken: Record<string, string>
let memberToken: Record<string, string>

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  deskToken = await issueToken(cms, 'full-access')
  readToken = await issueToken(cms, 'read-only')
  // even a role that was given the right to write by mistake
  memberToken = await logInMember(
    cms,
    ['create', 'update', 'delete'].map((action) => `api::article.article.${action}`),
  )
})
afterAll(() => cms.stop())

const write = { data: { title: '接口来稿', body: '正文。' } }

describe('writing through the public API', () => {
  it('is closed to everybody but desk tokens', async () => {
    const { documentId } = await createPublished(cms)
    for (const headers of [{}, readToken, memberToken]) {
      for (const [method, path] of [
        ['POST', '/api/articles'],
        ['PUT', `/api/articles/${documentId}`],
        ['DELETE', `/api/articles/${documentId}`],
        ['PUT', '/api/site-setting'],
      ]) {
        const { status, body } = await send(cms, method, path, method === 'DELETE' ? undefined : write, headers)
        expect([401, 403], `${method} ${path}`).toContain(status)
        expect(body.error?.message).toMatch(/\p{Script=Han}/u)
      }
    }
    expect((await get(cms, `/api/articles/${documentId}`)).status).toBe(200)
  })

  it('saves a draft unless publication is asked for', async () => {
    const saved = await send(cms, 'POST', '/api/articles', write, deskToken)
    expect(saved.status).toBe(201)
    const { documentId } = saved.body.data as { documentId: string }
    expect((await get(cms, `/api/articles/${documentId}`)).status).toBe(404)
    expect((await send(cms, 'PUT', `/api/articles/${documentId}?status=published`, write, deskToken)).status).toBe(200)
    expect((await get(cms, `/api/articles/${documentId}`)).status).toBe(200)
  })

  it.each([
    ['no data', {}],
    ['wrong type', { data: { title: { $gt: '' }, body: 1 } }],
    ['title missing', { data: { body: '文' }, status: 'published' }],
    ['unknown attribute', { data: { title: '题', body: '文', isAdmin: true } }],
    ['a slug that climbs', { data: { title: '题', body: '文', slug: '../../etc' } }],
    ['a title too long', { data: { title: '长'.repeat(151), body: '文' } }],
  ])('answers %s with 400 in Chinese', async (_name, data) => {
    const { status, body } = await send(cms, 'POST', '/api/articles?status=published', data, deskToken)
    expect(status).toBe(400)
    expect(body.error?.message).toMatch(/\p{Script=Han}/u)
    expect(body.error?.details.code).toBeTruthy()
  })
})

describe('registration', () => {
  it('is closed', async () => {
    const user = { username: 'stranger', email: 'stranger@portal.example', password: 'Stranger-2026' }
    const { status } = await send(cms, 'POST', '/api/auth/local/register', user)
    expect([404, 405]).toContain(status)
    expect(await cms.strapi.db.query('plugin::users-permissions.user').count({ where: { email: user.email } })).toBe(0)
  })
})
