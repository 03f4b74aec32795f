/** What the editor asks of the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, createPublished } from './setup/content.ts'
import { buildDocx, p, picture } from './setup/docx.ts'
import { get, send } from './setup/http.ts'
import { photo } from './setup/pictures.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>
let cms: TestCms
let writer: Headers
let analyst: Headers

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  writer = await logInDesk(cms, 'strapi-author')
  analyst = await logInDesk(cms, 'dangjian-analyst')
})
afterAll(() => cms.stop())

it('a text with an editor of its own is plain Markdown to readers', async () => {
  const body = '## 一\n\n**重要。**后\n\n<table>\n<tr><td colspan="2">1</td></tr>\n</table>'
  const { documentId } = await createPublished(cms, { body })
  const answer = await get(cms, `/api/articles/${documentId}`)
  expect((answer.body.data as { body: string }).body).toBe(body)
  expect(cms.strapi.contentType('api::article.article').attributes.body).toMatchObject({ type: 'richtext' })
})

describe('posts to link to', () => {
  const search = async (q: string, headers = writer) => {
    const { status, body } = await get(cms, `/admin/linkable-posts?q=${encodeURIComponent(q)}`, headers)
    return { status, found: (body.data ?? []) as { href: string; title: string; isPublished: boolean }[] }
  }

  it('are found by the words of their titles, published or not', async () => {
    const draft = await createDraft(cms, { title: '桥隧支部的夜课（草稿）' })
    const live = await createPublished(cms, { title: '桥隧支部的夜课' })
    const { found } = await search('夜课 桥隧')
    expect(found).toHaveLength(2)
    expect(found).toContainEqual({
      ...{ href: `/go/article/${draft.documentId}`, title: '桥隧支部的夜课（草稿）' },
      ...{ kindName: '文章', column: '党建要闻', isPublished: false },
    })
    expect(found.find(({ href }) => href.endsWith(live.documentId))).toMatchObject({ isPublished: true })
    expect((await search('没有的字')).found).toEqual([])
    expect((await search('100%_')).found).toEqual([])
  })

  it('are only those that one may read', async () => {
    const role = await cms.strapi.service('admin::role').create({ code: 'reads-nothing', name: '无', description: '' })
    await cms.strapi.service('admin::role').assignPermissions(role.id, [])
    expect(await search('夜课', await logInDesk(cms, 'reads-nothing'))).toMatchObject({ status: 200, found: [] })
  })

  it('are asked for with words, by people logged in', async () => {
    expect((await search(' ')).status).toBe(400)
    expect((await search('字'.repeat(101))).status).toBe(400)
    expect((await search('夜课', {})).status).toBe(401)
  })
})

describe('remote pictures', () => {
  const take = (addresses: unknown, headers = writer) =>
    send(cms, 'POST', '/admin/remote-pictures', { addresses }, headers)

  it('are not fetched from within', async () => {
    const addresses = [cms.url, 'http://169.254.169.254/a.png', 'http://localhost/a.png', 'file:///etc/passwd']
    const { status, body } = await take(addresses)
    expect(status).toBe(200)
    expect(body.data).toEqual(addresses.map((address) => ({ address, problem: '地址不是公开网站上的图片。' })))
  })

  it.each([
    [[]],
    ['x'],
    [[1]],
    [Array(61).fill('https://a.example/a.png')],
  ])('are asked for in a list: %j', async (addresses) => {
    expect((await take(addresses)).status).toBe(400)
  })

  it('are for those who may upload', async () => {
    expect((await take(['https://a.example/a.png'], analyst)).status).toBe(403)
    expect((await take(['https://a.example/a.png'], {})).status).toBe(401)
  })
})

describe('a Word file', () => {
  async function convert(bytes: Buffer, headers = writer) {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)]), '通知.docx')
    form.append('headings', '1')
    const response = await fetch(`${cms.url}/admin/docx`, { method: 'POST', headers, body: form })
    return {
      status: response.status,
      body: (await response.json()) as { data?: { body: string }; error?: { message: string; details: unknown } },
    }
  }

  it('comes with its pictures', async () => {
    const docx = await buildDocx([p('关于学习的通知'), p('一、安排'), picture('会场'), p('完。')], [], await photo())
    const { status, body } = await convert(docx)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.data).toMatchObject({ title: '关于学习的通知', lostPictures: 0 })
    const [, url] =
      /^## 一、安排\n\n!\[会场\]\((\/uploads\/[0-9a-f]{32}\.png|\/uploads\/[^)]+)\)\n\n完。$/.exec(
        body.data?.body ?? '',
      ) ?? []
    expect((await fetch(cms.url + url)).status).toBe(200)
    const [file] = await cms.strapi.db
      .query('plugin::upload.file')
      .findMany({ where: { url }, populate: ['createdBy'] })
    expect(file).toMatchObject({ name: expect.stringContaining('通知-图1'), createdBy: { firstname: 'strapi-author' } })
  })

  it('is refused in Chinese when it is none', async () => {
    const { status, body } = await convert(Buffer.from('d0cf11e0', 'hex'))
    expect([status, body.error?.details]).toMatchObject([400, { code: 'DOCX_NOT_WORD' }])
    expect(body.error?.message).toContain('另存为')
    expect((await send(cms, 'POST', '/admin/docx', {}, writer)).status).toBe(400)
  })

  it('is for those who may upload', async () => {
    expect((await convert(await buildDocx([p('x')]), analyst)).status).toBe(403)
    expect((await convert(await buildDocx([p('x')]), {})).status).toBe(401)
  })
})
