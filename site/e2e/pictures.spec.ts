/** From a phone's photograph to the picture on a reader's phone. */
import path from 'node:path'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [100], timeout: 15_000 }
const PHONE = { width: 360, height: 740 }
const photo = path.join(import.meta.dirname, 'fixtures', 'photo.jpg')
const article = {
  title: '灞河大桥下的党课',
  column: '党建要闻',
  body: '党课讲了一个上午。',
  slug: 'lesson-below-bridge',
}

test('an editor uploads a photograph; readers get it upright, small and without its secrets', async ({
  page,
  system,
  request,
}) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))

  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByRole('button', { name: '新建' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: '上传文件' }).click()
    await (await chooser).setFiles(file)
  }

  await test.step('the media library takes the photograph and says why it refuses a page under its name', async () => {
    await page.goto(`${system.deskUrl}/plugins/upload`)
    const disguised = { name: '网页.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>x</p>') }
    await choose(photo)
    await expect(page.getByText('已上传')).toBeVisible()
    await expect(page.locator('img[src*="thumbnail_photo"]').first()).toBeVisible()
    await choose(disguised)
    await expect(page.getByText(/文件的内容与扩展名不符/).first()).toBeVisible()
  })

  await test.step('the same photograph again is recognised, and not kept twice', async () => {
    await page.goto(`${system.deskUrl}/plugins/upload`)
    await choose(photo)
    await page.getByRole('button', { name: '使用已有的' }).click()
    await expect(page.getByText('已上传')).toBeVisible()
    await page.reload()
    await expect(page.locator('img[src*="thumbnail_photo"]')).toHaveCount(1)
  })

  await test.step('it becomes the cover of an article', async () => {
    await desk.writeArticle(article)
    await page.getByText('点击添加文件').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').first().click()
    await dialog.getByRole('button', { name: '完成' }).click()
    await expect(dialog).toBeHidden()
    await desk.save()
  })

  await test.step('without an alternative text it is not published; with one it is', async () => {
    const finding = desk.panel('发布前检查').getByRole('listitem').filter({ hasText: '没有替代文字' })
    await expect(finding).toBeVisible()
    await page.getByRole('button', { name: '编辑', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('替代文字').fill('四角四色的图')
    await dialog.getByRole('button', { name: '完成' }).click()
    await expect(dialog).toBeHidden()
    await desk.publish()
  })

  await test.step('a phone loads a small version, which stands upright in a place kept for it', async () => {
    const address = `/news/${article.slug}/`
    await expect.poll(async () => (await request.get(address)).status(), SOON).toBe(200)
    const phone = await page.context().newPage()
    await phone.setViewportSize(PHONE)
    await phone.goto(address)
    const picture = phone.getByRole('main').locator('picture img').first()
    await expect(picture).toBeVisible()
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.currentSrc), SOON)
      .toMatch(/\/uploads\/[0-9a-f]{32}-480\.(?:webp|avif)$/)
    expect(await picture.getAttribute('width')).toBe('1200')
    expect(await picture.getAttribute('height')).toBe('1600')
    const box = await picture.boundingBox()
    expect(Math.round(((box?.height ?? 0) / (box?.width ?? 1)) * 3)).toBe(4)
    expect(box?.width).toBeLessThanOrEqual(PHONE.width)
    const main = await (await request.get(String(await picture.getAttribute('src')))).body()
    expect(main.includes('SECRET')).toBe(false)
  })
})
