/** The desk knows what became of a publication: how fast it was, where it can be read, why it failed and how to go on. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const LIVE = /^今天 \d{2}:\d{2}:\d{2}，用时 [\d.]+ (毫秒|秒)$/

const article = (title: string, slug: string) => ({ title, slug, column: '党建要闻', body: `${title}的正文。` })

test('the panel follows a publication by itself and links to its pages', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  const { title, slug, ...rest } = article('实训楼里的周五党课', 'friday-lesson')
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ title, slug, ...rest })

  await test.step('a draft is not published', async () => {
    await expect(desk.statusPanel.getByText('未发布', { exact: true })).toBeVisible()
    await expect(desk.statusPanel.getByText('还没有发布过，读者看不到。')).toBeVisible()
  })

  await test.step('published, it is live, and the panel says since when and after how long', async () => {
    await desk.publish()
    await expect(desk.statusPanel.getByText('已上线', { exact: true })).toBeVisible()
    await expect(desk.statusPanel.getByText(LIVE)).toBeVisible()
  })

  await test.step('its pages open', async () => {
    const opened = page.waitForEvent('popup')
    await desk.statusPanel.getByRole('link', { name: `/news/${slug}/` }).click()
    const reader = await opened
    await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await reader.close()
  })

  await test.step('the home of the desk shows it, and the engine at rest', async () => {
    await page.goto(system.deskUrl)
    const row = desk.card('最近发布').getByRole('listitem').filter({ hasText: title }).first()
    await expect(row).toContainText(/发布 · 审核人 · 今天 .*(毫秒|秒)/)
    await expect(desk.card('发布状况').getByText('运转正常，没有排队', { exact: true })).toBeVisible()
    await expect(desk.card('发布状况').getByRole('definition').first()).toHaveText(/^[\d,]+ 个$/)
    await row.getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  })

  await test.step('unpublished, it is taken down', async () => {
    await desk.openArticle(title)
    await desk.unpublish()
    await expect(desk.statusPanel.getByText(/已从门户撤下，用时/)).toBeVisible()
  })
})

test('what has no draft is followed when it is saved', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  await page.goto(`${system.deskUrl}/content-manager/collection-types/api::tag.tag/create`)
  await page.getByRole('textbox', { name: /^标签名称/ }).fill('夜校')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(desk.statusPanel.getByText('已上线', { exact: true })).toBeVisible()
  await expect(desk.statusPanel.getByText(LIVE)).toBeVisible()
})

test('a failure says why and what stands, and is mended by trying again', async ({ page, request, system }) => {
  const desk = new Desk(page, system.deskUrl)
  const { title, ...rest } = article('工地上的流动党校', 'mobile-school')
  const [oldAddress, newSlug] = ['/news/mobile-school/', 'mobile-school-again']
  // a file that stands where the folder of the page should be
  const obstacle = path.join(system.dataDir, 'site', 'live', 'news', newSlug)
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ title, ...rest })
  await desk.publish()
  await expect(desk.statusPanel.getByText('已上线', { exact: true })).toBeVisible()

  await test.step('it fails: the panel names the page and the reason, the old version stands', async () => {
    await fs.writeFile(obstacle, '')
    await page.getByRole('textbox', { name: /^网址短名/ }).fill(newSlug)
    await desk.save()
    await desk.publish()
    const failure = desk.statusPanel.getByRole('listitem')
    await expect(desk.statusPanel.getByText('上线失败', { exact: true })).toBeVisible()
    await expect(failure).toContainText(`/news/${newSlug}/`)
    await expect(failure).toContainText('页面写不进门户的目录')
    await expect(failure).toContainText('旧版本仍在线')
    expect((await request.get(oldAddress)).status()).toBe(200)
  })

  await test.step('so does the home of the desk', async () => {
    await page.goto(system.deskUrl)
    const failure = desk.card('发布状况').getByRole('listitem').filter({ hasText: title })
    await expect(failure).toContainText('旧版本仍在线')
    await expect(failure.getByRole('button', { name: '重试' })).toBeVisible()
    await failure.getByRole('link', { name: title }).click()
  })

  await test.step('repaired and tried again, it is live', async () => {
    await fs.rm(obstacle)
    await desk.statusPanel.getByRole('button', { name: '重试' }).click()
    await expect(desk.statusPanel.getByText('已上线', { exact: true })).toBeVisible()
    await expect.poll(async () => (await request.get(`/news/${newSlug}/`)).status()).toBe(200)
  })
})
