/** What comes into the media library, by content; and that nothing stays of what is refused. */
import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken } from './setup/callers.ts'
import { bomb, cornerColours, corners, gif, gifBomb, photo, secrets } from './setup/pictures.ts'
import { startCms, type TestCms } from './setup/strapi.ts'
import { filesOnDisk, publicFile, type Sent, upload } from './setup/uploads.ts'

let cms: TestCms
let desk: Record<string, string>

beforeAll(async () => {
  cms = await startCms()
  desk = await issueToken(cms, 'full-access')
})
afterAll(() => cms.stop())

const sample = (name: string) => fs.readFile(path.join(import.meta.dirname, '../sample/media', name))
const rows = () => cms.strapi.db.query('plugin::upload.file').count()

async function received(sent: Sent) {
  const { status, files, error } = await upload(cms, desk, sent)
  expect([status, error], sent.name).toEqual([201, undefined])
  return files[0]
}

describe('a picture', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of orientation %i stands upright and says nothing', async (orientation) => {
    const file = await received({ name: 'IMG_0001.JPG', bytes: await photo(orientation) })
    const bytes = await publicFile(cms, file.url)
    const upright = await sharp(await photo(orientation))
      .autoOrient()
      .toBuffer()
    expect(await cornerColours(bytes)).toEqual(await cornerColours(upright))
    expect([file.width, file.height]).toEqual(orientation > 4 ? [480, 640] : [640, 480])
    const metadata = await sharp(bytes).metadata()
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.orientation]).toEqual(
      Array(5).fill(undefined),
    )
  })

  it('keeps its secrets in the original alone', async () => {
    const file = await received({ name: '现场.jpg', bytes: await photo(6, [2400, 1600]) })
    const published = (await filesOnDisk(cms)).filter((name) => name.startsWith('public/'))
    expect(published.length).toBeGreaterThan(5)
    for (const name of published) {
      const bytes = (await fs.readFile(path.join(cms.dataDir, name))).toString('latin1')
      for (const secret of [...secrets, 'Exif\0\0', 'GPS'])
        expect(bytes.includes(secret), `${name} ${secret}`).toBe(false)
    }
    const { contentHash } = await cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id } })
    const original = await fs.readFile(path.join(cms.dataDir, 'originals', `${contentHash}.jpg`))
    expect(original.equals(await photo(6, [2400, 1600]))).toBe(true)
    expect((await fetch(`${cms.url}/originals/${contentHash}.jpg`)).status).toBe(404)
    expect((await fetch(`${cms.url}/uploads/../originals/${contentHash}.jpg`)).status).toBe(404)
  })
})

describe('the colours of a picture', () => {
  const colours = ['red', 'green', 'blue', 'white']

  it.each([
    ['Display P3, as phones take it', '.jpg', () => corners().withIccProfile('p3').jpeg({ quality: 95 })],
    ['CMYK, as printers want it', '.jpg', () => corners().toColourspace('cmyk').jpeg({ quality: 95 })],
    ['sixteen bits', '.png', () => corners().toColourspace('rgb16').png()],
    ['AVIF, which becomes what every browser shows', '.jpg', () => corners().avif({ effort: 0 })],
    ['a palette', '.png', () => corners().png({ palette: true })],
  ])('%s: come out in sRGB', async (name, extension, draw) => {
    const file = await received({ name: `${name}.jpg`, bytes: await draw().toBuffer() })
    const bytes = await publicFile(cms, file.url)
    const { space, depth, hasProfile, channels } = await sharp(bytes).metadata()
    expect([file.ext, space, depth, hasProfile]).toEqual([extension, 'srgb', 'uchar', false])
    expect(channels).toBe(3)
    expect(await cornerColours(bytes)).toEqual(colours)
  })

  it('keep what can be seen through', async () => {
    const seeThrough = await sharp(await corners().png().toBuffer())
      .ensureAlpha(0.5)
      .png()
      .toBuffer()
    const file = await received({ name: '透明.png', bytes: seeThrough })
    const { hasAlpha } = await sharp(await publicFile(cms, file.url)).metadata()
    expect(hasAlpha).toBe(true)
  })
})

describe('an animation', () => {
  it('goes on moving, without what it says about itself', async () => {
    const moving = await sharp(await gif(5), { animated: true })
      .webp({ quality: 80 })
      .withExif({ IFD0: { Artist: 'SECRET-ARTIST' } })
      .toBuffer()
    for (const bytes of [await gif(5), moving]) {
      const file = await received({ name: '动图.gif', bytes })
      const cleaned = await publicFile(cms, file.url)
      const { pages, exif, delay } = await sharp(cleaned).metadata()
      expect([pages, exif, delay]).toEqual([5, undefined, Array(5).fill(100)])
      expect([file.width, file.height]).toEqual([64, 64])
    }
  })
})

describe('refused', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(512)])
  const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
  const whole = corners(1200, 900).jpeg().toBuffer()

  it.each<[string, string, () => Promise<Buffer | string> | Buffer | string]>([
    ['网页.jpg', 'FILE_NOT_WHAT_IT_SAYS', () => html],
    ['网页.html', 'FILE_TYPE_NOT_ACCEPTED', () => html],
    ['网页.txt', 'FILE_NOT_WHAT_IT_SAYS', () => html],
    ['图.svg', 'FILE_TYPE_NOT_ACCEPTED', () => svg],
    ['图.png', 'FILE_NOT_WHAT_IT_SAYS', () => svg],
    ['通知.pdf', 'FILE_NOT_WHAT_IT_SAYS', () => exe],
    ['通知.exe', 'FILE_TYPE_NOT_ACCEPTED', () => exe],
    ['资料.zip', 'FILE_TYPE_NOT_ACCEPTED', () => zip],
    ['照片.pdf', 'FILE_NOT_WHAT_IT_SAYS', () => whole],
    ['无扩展名', 'FILE_TYPE_NOT_ACCEPTED', () => 'text'],
    ['空.png', 'FILE_EMPTY', () => ''],
    ['截断.jpg', 'PICTURE_BROKEN', async () => (await whole).subarray(0, 9000)],
    ['只有开头.png', 'PICTURE_BROKEN', async () => (await corners().png().toBuffer()).subarray(0, 60)],
    ['炸弹.png', 'PICTURE_TOO_MANY_PIXELS', () => bomb()],
    ['动图炸弹.gif', 'PICTURE_TOO_MANY_PIXELS', () => gifBomb(2, 8000)],
    ['图.tiff', 'PICTURE_FORMAT', () => corners().tiff().toBuffer()],
  ])('%s: %s', async (name, code, bytes) => {
    const [before, count] = [await filesOnDisk(cms), await rows()]
    const { status, error } = await upload(cms, desk, { name, bytes: await bytes() })
    expect([status, error?.details.code]).toEqual([400, code])
    expect(error?.message).toMatch(/\p{Script=Han}.*。$/u)
    expect(await filesOnDisk(cms)).toEqual(before)
    expect(await rows()).toBe(count)
  })

  it('a whole batch for one bad file', async () => {
    const [before, count] = [await filesOnDisk(cms), await rows()]
    const { status } = await upload(cms, desk, [
      { name: 'a.jpg', bytes: await corners(1000, 700).jpeg().toBuffer() },
      { name: 'b.jpg', bytes: html },
    ])
    expect(status).toBe(400)
    expect(await filesOnDisk(cms)).toEqual(before)
    expect(await rows()).toBe(count)
  })
})

describe('without any credentials', () => {
  it.each(['/api/upload', '/api/articles', '/api/nothing'])('nothing is received at %s', async (target) => {
    const before = await filesOnDisk(cms)
    const { status, error } = await upload(cms, {}, { name: 'film.mp4', bytes: Buffer.alloc(300_000) }, target)
    expect([status, error?.details.code]).toEqual([401, 'UNAUTHORIZED'])
    expect(await filesOnDisk(cms)).toEqual(before)
  })
})

describe('accepted', () => {
  it.each([
    ['培训安排.pdf', 'application/pdf'],
    ['报名表.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['lesson-demo.mp4', 'video/mp4'],
    ['lesson-audio.mp3', 'audio/mpeg'],
    ['lesson-demo.vtt', 'text/vtt'],
  ])('%s', async (name, mime) => {
    const file = await received({ name, bytes: await sample(name) })
    expect(file.mime).toBe(mime)
    expect(await publicFile(cms, file.url)).toEqual(await sample(name))
  })

  it('a picture under the name of another kind of picture, with its own extension', async () => {
    const file = await received({ name: '微信图片.jpg', bytes: await corners().webp().toBuffer() })
    expect([file.ext, file.mime]).toEqual(['.webp', 'image/webp'])
  })
})
