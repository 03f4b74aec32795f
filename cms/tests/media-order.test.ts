/** The media library in order: folders by column, what is used stays, what is there already is recognised. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, createPublished, type Saved } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { corners } from './setup/pictures.ts'
import { startCms, type TestCms } from './setup/strapi.ts'
import { type Uploaded, upload } from './setup/uploads.ts'

let cms: TestCms
let desk: Record<string, string>
let token: Record<string, string>
let news: Saved

beforeAll(async () => {
  cms = await startCms()
  news = await createColumn(cms)
  await createColumn(cms, { name: '通知公告', slug: 'notices', order: 2 })
  await createColumn(cms, { name: '领导讲话', slug: 'speeches', kind: 'speech', order: 3 })
  desk = await logInDesk(cms, 'strapi-super-admin')
  token = await issueToken(cms, 'full-access')
})
afterAll(() => cms.stop())

let drawn = 40
const png = async () => {
  drawn += 4
  return corners(drawn, 60).png().toBuffer()
}

async function uploaded(headers = desk, name = 'a.png', alternativeText = '四个角'): Promise<Uploaded> {
  const { files, error } = await upload(cms, headers, { name, bytes: await png(), alternativeText }, '/upload')
  expect(error).toBeUndefined()
  return files[0]
}

async function folderOf(file: Uploaded): Promise<string | null> {
  const row = await cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id }, populate: ['folder'] })
  expect(row.folderPath === '/').toBe(row.folder === null)
  return row.folder?.name ?? null
}

const fromForm = (path: string) => ({ ...desk, referer: `${cms.url}/admin/content-manager/${path}` })

describe('an upload lands in the folder', () => {
  it('of the column of the document whose form it comes from', async () => {
    const { documentId } = await createDraft(cms, { column: news.documentId })
    const form = fromForm(`collection-types/api::article.article/${documentId}?plugins[i18n][locale]=zh`)
    expect(await folderOf(await uploaded(form))).toBe('党建要闻')
  })

  it('of the only column of its kind, else of the kind, while the document is new', async () => {
    expect(await folderOf(await uploaded(fromForm('collection-types/api::speech.speech/create')))).toBe('领导讲话')
    expect(await folderOf(await uploaded(fromForm('collection-types/api::article.article/create')))).toBe('文章')
    expect(await folderOf(await uploaded(fromForm('single-types/api::contact.contact')))).toBe('联系我们')
  })

  it('at the top when it comes from nowhere', async () => {
    expect(await folderOf(await uploaded())).toBe(null)
    expect(await folderOf(await uploaded({ ...desk, referer: `${cms.url}/admin/plugins/upload` }))).toBe(null)
  })

  it('that follows the name of its column', async () => {
    const names = async () =>
      (await cms.strapi.db.query('plugin::upload.folder').findMany({})).map(({ name }) => String(name))
    const column = await createColumn(cms, { name: '理论研究', slug: 'theory', order: 4 })
    expect(await names()).toContain('理论研究')
    const { documentId } = column
    await cms.strapi.documents('api::column.column').update({ documentId, data: { name: '理论学习' } as never })
    expect(await names()).toContain('理论学习')
    expect(await names()).not.toContain('理论研究')
  })
})

describe('a file in use', () => {
  const refused = async (method: string, path: string, data?: unknown, headers = desk) => {
    const { status, body } = await send(cms, method, path, data, headers)
    return { status, message: body.error?.message, code: body.error?.details.code }
  }
  const isThere = async ({ id }: Uploaded) =>
    (await cms.strapi.db.query('plugin::upload.file').count({ where: { id } })) === 1

  it('is deleted by no route, and the answer says where it is used', async () => {
    const file = await uploaded()
    await createPublished(cms, { title: '封面在用', cover: file.id })
    await createDraft(cms, { title: '草稿在用', body: `![图](${file.url})` })
    const expected = {
      status: 400,
      code: 'FILE_IN_USE',
      message: expect.stringMatching(/《封面在用》（文章，已发布）.*《草稿在用》（文章，草稿）/),
    }
    expect(await refused('DELETE', `/upload/files/${file.id}`)).toEqual(expected)
    expect(await refused('DELETE', `/api/upload/files/${file.id}`, undefined, token)).toEqual(expected)
    const other = await uploaded()
    const bulk = { fileIds: [other.id, file.id], folderIds: [] }
    expect(await refused('POST', '/upload/actions/bulk-delete', bulk)).toEqual(expected)
    expect([await isThere(file), await isThere(other)]).toEqual([true, true])
  })

  it('keeps its folder', async () => {
    const { documentId } = await createDraft(cms, { column: news.documentId })
    const file = await uploaded(fromForm(`collection-types/api::article.article/${documentId}`))
    await createDraft(cms, { title: '在文件夹里', cover: file.id })
    const folder = await cms.strapi.db.query('plugin::upload.folder').findOne({ where: { name: '党建要闻' } })
    const data = { fileIds: [], folderIds: [folder.id] }
    expect(await refused('POST', '/upload/actions/bulk-delete', data)).toMatchObject({ code: 'FILE_IN_USE' })
    expect(await isThere(file)).toBe(true)
  })

  it('goes once nobody uses it', async () => {
    const file = await uploaded()
    const { documentId } = await createDraft(cms, { cover: file.id })
    await cms.strapi.documents('api::article.article').update({ documentId, data: { cover: null } as never })
    expect((await refused('DELETE', `/upload/files/${file.id}`)).status).toBe(200)
  })

  it('says at the desk where it is used', async () => {
    const file = await uploaded()
    const { documentId } = await createPublished(cms, { title: '两处', cover: file.id, body: `![图](${file.url})` })
    const { body } = await get(cms, `/admin/media/files/${file.id}/places`, desk)
    const place = {
      uid: 'api::article.article',
      documentId,
      title: '两处',
      type: '文章',
      isPublic: true,
      isSingle: false,
    }
    expect(body.data).toEqual([
      { ...place, by: 'field' },
      { ...place, by: 'text' },
    ])
    for (const id of ['x', '99999999999', '1.5', String(file.id + 1000)]) {
      expect((await get(cms, `/admin/media/files/${id}/places`, desk)).status, id).toBe(404)
    }
  })
})

describe('the same content', () => {
  it('is recognised before and while it is uploaded, whatever its name', async () => {
    for (const [name, bytes] of [['图.png', await png()] as const, ['附件.txt', Buffer.from('同样的附件')] as const]) {
      const recognise = async () => {
        const response = await fetch(`${cms.url}/admin/media/recognise`, {
          ...{ method: 'POST', headers: { ...desk, 'content-type': 'application/octet-stream' } },
          body: new Uint8Array(bytes),
        })
        expect(response.status).toBe(200)
        return ((await response.json()) as { data: { name: string; file: Uploaded } | null }).data
      }
      expect(await recognise()).toBe(null)
      const [first] = (await upload(cms, desk, { name, bytes }, '/upload')).files
      expect(await recognise()).toMatchObject({ id: first.id, name, file: { url: first.url } })
      const form = new FormData()
      form.append('files', new Blob([new Uint8Array(bytes)]), `另一个${name}`)
      const answer = await fetch(`${cms.url}/api/upload`, { method: 'POST', headers: token, body: form })
      expect([answer.status, answer.headers.get('x-existing-file')]).toEqual([201, String(first.id)])
    }
    const { body } = await get(cms, '/admin/media/files?show=twice', desk)
    expect((body.data as { name: string }[]).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['图.png', '另一个图.png', '附件.txt', '另一个附件.txt']),
    )
  })
})

describe('pictures without alternative text', () => {
  it('are listed until they have one', async () => {
    const file = await uploaded(desk, '没有说明.png', '')
    const named = async () => {
      const { body } = await get(cms, '/admin/media/files?show=no-alt', desk)
      return (body.data as { id: number }[]).some(({ id }) => id === file.id)
    }
    expect(await named()).toBe(true)
    await cms.strapi.plugin('upload').service('upload').updateFileInfo(file.id, { alternativeText: '四个角' })
    expect(await named()).toBe(false)
  })

  it('are nobody’s business without the right to see the library', async () => {
    expect((await get(cms, '/admin/media/files?show=no-alt')).status).toBe(401)
    expect((await get(cms, '/admin/media/files?show=nothing', desk)).status).toBe(400)
    expect((await get(cms, '/admin/media/files?show=named&text=%E8%AF%B4%E6%98%8E', desk)).status).toBe(200)
  })
})
