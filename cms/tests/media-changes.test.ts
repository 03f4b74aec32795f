/** A file that changes changes the documents that show it; what nothing names any more goes. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documentSchemas } from '../../site/src/content/documents.ts'
import { issueToken, publisher } from './setup/callers.ts'
import { createColumn, createDraft, createPublished } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { corners, gif, photo } from './setup/pictures.ts'
import { startCms, type TestCms } from './setup/strapi.ts'
import { filesOnDisk, publicFile, type Uploaded, upload } from './setup/uploads.ts'

type Change = { sequence: number; kind: string; documentId: string; event: string; document: Record<string, never> }
type Source = { url: string; mime: string; width: number; height: number; size: number }

const require = createRequire(import.meta.url)
const DAY_MS = 24 * 60 * 60 * 1000

let cms: TestCms
let desk: Record<string, string>
let picture: Uploaded
let shade = 0

/** No two of one content, unless asked for. */
const jpeg = async (width = 1200, height = 800) => {
  shade += 2
  const drawn = await corners(width, height).png().toBuffer()
  return sharp(drawn).modulate({ hue: shade }).jpeg().toBuffer()
}

async function uploaded(name: string, bytes: Buffer) {
  const { files, error } = await upload(cms, desk, { name, bytes, alternativeText: '四角四色的图' })
  expect(error).toBeUndefined()
  return files[0]
}

const latest = async () =>
  (await get(cms, `/api/publication/changes?after=${Number.MAX_SAFE_INTEGER}`, publisher)).body.meta.latest as number
async function changesAfter(sequence: number): Promise<Change[]> {
  return (await get(cms, `/api/publication/changes?after=${sequence}`, publisher)).body.data
}
const eventsAfter = async (sequence: number) =>
  (await changesAfter(sequence)).map(({ kind, event, documentId }) => `${kind} ${event} ${documentId}`)

const sourcesOf = async (documentId: string): Promise<Source[]> => {
  const all = (await changesAfter(0)).filter((change) => change.documentId === documentId)
  return documentSchemas.article.parse(all.at(-1)?.document).cover?.sources ?? []
}

const collect = (now: Date) => {
  const { collectGarbage } = require('../dist/src/media/background/collect-garbage.js')
  return collectGarbage(cms.strapi, now) as Promise<{ pictures: number; strays: number }>
}

const originals = async () => (await filesOnDisk(cms)).filter((name) => name.startsWith('originals/'))
const versions = async () => (await filesOnDisk(cms)).filter((name) => /uploads\/[0-9a-f]{32}-\d+\./.test(name))

beforeAll(async () => {
  cms = await startCms()
  desk = await issueToken(cms, 'full-access')
  await createColumn(cms)
})
afterAll(() => cms.stop())
beforeEach(async () => {
  picture = await uploaded('cover.jpg', await jpeg())
})

describe('what the site is given', () => {
  it('versions that are never wider than the picture, the focal point, and the size as it is shown', async () => {
    const small = await uploaded('small.png', await corners(400, 300).png().toBuffer())
    const body = `![小图](${small.url})`
    const focalPoint = { x: 20, y: 80 }
    await cms.strapi.plugin('upload').service('upload').updateFileInfo(picture.id, { focalPoint })
    const { documentId } = await createPublished(cms, { cover: picture.id, body })
    const change = (await changesAfter(0)).find((candidate) => candidate.documentId === documentId)
    const { cover, bodyMedia } = documentSchemas.article.parse(change?.document)
    expect([cover?.focalPoint, cover?.width, cover?.height]).toEqual([focalPoint, 1200, 800])
    expect(cover?.sources.map(({ mime, width, height }) => [mime, width, height])).toEqual([
      ['image/webp', 320, 213],
      ['image/webp', 480, 320],
      ['image/webp', 960, 640],
      ['image/webp', 1200, 800],
    ])
    expect(bodyMedia[0].sources.map(({ width }) => width)).toEqual([320, 400])
    for (const { url, size } of cover?.sources ?? []) expect((await publicFile(cms, url)).length).toBe(size)
  })

  it('the same names for the same content', async () => {
    const bytes = await jpeg()
    const [one, other] = [await uploaded('a.jpg', bytes), await uploaded('b.jpg', bytes)]
    const articles = [await createPublished(cms, { cover: one.id }), await createPublished(cms, { cover: other.id })]
    const [first, second] = await Promise.all(articles.map(({ documentId }) => sourcesOf(documentId)))
    expect(first.length).toBeGreaterThan(0)
    expect(second).toEqual(first)
  })

  it('an animation as it is', async () => {
    const moving = await uploaded('moving.gif', await gif(4))
    const { documentId } = await createPublished(cms, { cover: moving.id })
    expect(await sourcesOf(documentId)).toEqual([])
    expect([moving.width, moving.height, moving.mime]).toEqual([64, 64, 'image/gif'])
  })
})

describe('a change of a file is a change of', () => {
  it('the public documents that show it, by field or by address, each once', async () => {
    const byField = await createPublished(cms, { cover: picture.id })
    const byAddress = await createPublished(cms, { body: `正文\n\n![图](${picture.url})\n\n[下载](${picture.url})` })
    await createDraft(cms, { cover: picture.id, body: `![图](${picture.url})` })
    await createPublished(cms)
    const before = await latest()
    const form = new FormData()
    form.append('fileInfo', JSON.stringify({ alternativeText: '双塔斜拉桥' }))
    const path = `/api/upload?id=${picture.id}`
    expect((await fetch(cms.url + path, { method: 'POST', headers: desk, body: form })).status).toBe(200)
    expect((await eventsAfter(before)).sort()).toEqual(
      [`article updated ${byField.documentId}`, `article updated ${byAddress.documentId}`].sort(),
    )
    const changed = (await changesAfter(before)).find(({ documentId }) => documentId === byField.documentId)
    expect(documentSchemas.article.parse(changed?.document).cover?.alternativeText).toBe('双塔斜拉桥')
  })

  it('nobody when only its folder changes, or it is saved as it was', async () => {
    await createPublished(cms, { cover: picture.id })
    const before = await latest()
    const service = cms.strapi.plugin('upload').service('upload')
    await service.updateFileInfo(picture.id, { name: picture.name })
    expect(await eventsAfter(before)).toEqual([])
  })

  it('its users when it is replaced: the address stays, the versions are others', async () => {
    const { documentId } = await createPublished(cms, { cover: picture.id })
    const old = await sourcesOf(documentId)
    const before = await latest()
    const { status, files } = await upload(
      cms,
      desk,
      { name: 'neu.png', bytes: await photo(6, [900, 600]) },
      `/api/upload?id=${picture.id}`,
    )
    expect(status).toBe(200)
    expect([files[0].url, files[0].width, files[0].height]).toEqual([picture.url, 600, 900])
    expect(await eventsAfter(before)).toEqual([`article updated ${documentId}`])
    const now = await sourcesOf(documentId)
    expect(now.map(({ width }) => width)).toEqual([320, 480, 600])
    expect(now.some(({ url }) => old.some((source) => source.url === url))).toBe(false)
    expect(await cms.strapi.db.connection('unlogged_file_changes').select()).toEqual([])
  })

  it('nobody when its delete is refused: they keep it', async () => {
    const { documentId } = await createPublished(cms, { cover: picture.id })
    const before = await latest()
    const { status, body } = await send(cms, 'DELETE', `/api/upload/files/${picture.id}`, undefined, desk)
    expect([status, body.error?.details.code]).toEqual([400, 'FILE_IN_USE'])
    expect(await eventsAfter(before)).toEqual([])
    expect((await sourcesOf(documentId)).length).toBeGreaterThan(0)
  })

  it('its users, after a process that died in between', async () => {
    const { documentId } = await createPublished(cms, { cover: picture.id })
    await cms.strapi.db.connection('unlogged_file_changes').insert({ file_id: picture.id })
    const before = await latest()
    await cms.restart()
    await expect.poll(() => eventsAfter(before), { timeout: 15_000 }).toEqual([`article updated ${documentId}`])
  })
})

describe('a replacement of another type', () => {
  it('is refused, and the old file stands', async () => {
    const old = await publicFile(cms, picture.url)
    const disk = await filesOnDisk(cms)
    const pdf = await fs.readFile(path.join(import.meta.dirname, '../sample/media/培训安排.pdf'))
    for (const sent of [
      { name: 'a.pdf', bytes: pdf },
      { name: 'a.gif', bytes: await gif(3) },
    ]) {
      const { status, error } = await upload(cms, desk, sent, `/api/upload?id=${picture.id}`)
      expect([status, error?.details.code]).toEqual([400, 'REPLACEMENT_OF_OTHER_TYPE'])
    }
    expect(await publicFile(cms, picture.url)).toEqual(old)
    expect(await filesOnDisk(cms)).toEqual(disk)
  })
})

describe('what nothing names any more', () => {
  it('goes after a day of grace, and not what another file of the same content needs', async () => {
    const bytes = await jpeg()
    const [one, other] = [await uploaded('a.jpg', bytes), await uploaded('b.jpg', bytes)]
    await collect(new Date(Date.now() + 2 * DAY_MS))
    const [kept, keptOriginals] = [await versions(), await originals()]

    await send(cms, 'DELETE', `/api/upload/files/${one.id}`, undefined, desk)
    expect(await collect(new Date(Date.now() + 2 * DAY_MS))).toEqual({ pictures: 0, strays: 0 })
    expect(await versions()).toEqual(kept)

    await send(cms, 'DELETE', `/api/upload/files/${other.id}`, undefined, desk)
    expect(await collect(new Date())).toEqual({ pictures: 0, strays: 0 })
    expect(await versions()).toEqual(kept)

    expect(await collect(new Date(Date.now() + 2 * DAY_MS))).toEqual({ pictures: 1, strays: 0 })
    expect((await versions()).length).toBe(kept.length - 4)
    expect((await originals()).length).toBe(keptOriginals.length - 1)
    expect(await uploaded('c.jpg', bytes)).toBeTruthy()
    expect(await versions()).toEqual(kept)
  })

  it('goes when it was written and never recorded, and no file of an editor', async () => {
    const folder = path.join(cms.dataDir, 'public', 'uploads')
    const strays = [`${'ab'.repeat(16)}-320.webp`, `${'ab'.repeat(16)}-320.webp.01234567.tmp`, 'x_1.pdf.89abcdef.tmp']
    const theirs = ['notes_0a1b2c3d4e.pdf', '2026-320.webp']
    for (const name of [...strays, ...theirs]) await fs.writeFile(path.join(folder, name), 'x')
    expect((await collect(new Date())).strays).toBe(0)
    expect((await collect(new Date(Date.now() + 2 * DAY_MS))).strays).toBe(strays.length)
    const left = await fs.readdir(folder)
    expect(left.filter((name) => [...strays, ...theirs].includes(name)).sort()).toEqual(theirs.sort())
  })
})

describe('in the background', () => {
  it('AVIF is made, one picture after another, and its pages are told', async () => {
    const { documentId } = await createPublished(cms, { cover: picture.id })
    const before = await latest()
    process.env.PICTURE_AVIF = 'on'
    await cms.restart()
    try {
      const mimes = async () => new Set((await sourcesOf(documentId)).map(({ mime }) => mime))
      await expect.poll(mimes, { timeout: 120_000, interval: 500 }).toEqual(new Set(['image/avif', 'image/webp']))
    } finally {
      process.env.PICTURE_AVIF = 'off'
      await cms.restart()
    }
    const avif = (await sourcesOf(documentId)).filter(({ mime }) => mime === 'image/avif')
    expect(avif.map(({ width }) => width)).toEqual([320, 480, 960, 1200])
    expect((await publicFile(cms, avif[0].url)).length).toBe(avif[0].size)
    expect(await eventsAfter(before)).toContain(`article updated ${documentId}`)
  }, 150_000)

  it('pictures from before are taken in, at their address', async () => {
    const { documentId } = await createPublished(cms, { cover: picture.id, body: `![图](${picture.url})` })
    const raw = await photo(6, [1500, 1000])
    await fs.writeFile(path.join(cms.dataDir, 'public', picture.url), raw)
    await cms.strapi.db.query('plugin::upload.file').update({
      where: { id: picture.id },
      data: { contentHash: null, width: 1500, height: 1000, alternativeText: '旧图' },
    })
    const broken = await uploaded('broken.jpg', await jpeg())
    await fs.writeFile(path.join(cms.dataDir, 'public', broken.url), 'broken')
    await cms.strapi.db.query('plugin::upload.file').update({ where: { id: broken.id }, data: { contentHash: null } })
    await cms.restart()
    await expect
      .poll(async () => (await sourcesOf(documentId)).map(({ width }) => width), { timeout: 30_000 })
      .toEqual([320, 480, 1000])
    await expect
      .poll(
        async () =>
          (await cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: broken.id } })).contentHash,
        { timeout: 30_000 },
      )
      .toBe('')
    const row = await cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: picture.id } })
    expect(row).toMatchObject({
      url: picture.url,
      width: 1000,
      height: 1500,
      alternativeText: '旧图',
      name: picture.name,
    })
    expect((await publicFile(cms, picture.url)).includes('SECRET')).toBe(false)
    const original = await fs.readFile(path.join(cms.dataDir, 'originals', `${row.contentHash}.jpg`))
    expect(original.equals(raw)).toBe(true)
  }, 60_000)
})
