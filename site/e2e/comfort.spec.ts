/** What a reader may do with a post: cite it, take it to a phone, see how often it was read, say what is wrong with it. */
import type { APIRequestContext } from '@playwright/test'
import jsQR from 'jsqr'
import { Desk } from './setup/desk.ts'
import { DeskApi } from './setup/desk-api.ts'
import { expect, test } from './setup/test.ts'

const TOLD_WITHIN_MS = 150_000
const today = () => new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** Addresses of posts of a column, as its front lists them. */
async function postsOf(request: APIRequestContext, column: string): Promise<string[]> {
  const html = await (await request.get(`/${column}/`)).text()
  return [...new Set(html.match(new RegExp(`/${column}/\\d[\\w-]*/`, 'g')) ?? [])]
}

test('a post is cited, its address copied and scanned', async ({ page, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [address = ''] = await postsOf(request, 'news')
  await page.goto(address)
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())

  await test.step('the citation, with the day of citing', async () => {
    await page.getByText('引用本文').click()
    await page.getByRole('button', { name: '复制引用' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
    const citation = await copied()
    expect(citation).toMatch(/^.+\. .+\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. https?:\S+\.$/)
    expect(citation).toContain(`[${today()}]. ${canonical}.`)
  })

  await test.step('the address alone', async () => {
    await page.getByRole('button', { name: '复制网址' }).click()
    await expect.poll(copied).toBe(canonical)
  })

  await test.step('the code leads to the page', async () => {
    await page.getByText('手机扫码阅读').click()
    const code = page.getByRole('img', { name: /^二维码：本页网址/ })
    await expect(code).toHaveJSProperty('complete', true)
    const { data, width } = await code.evaluate((image: HTMLImageElement) => {
      const width = 300
      const canvas = Object.assign(document.createElement('canvas'), { width, height: width })
      const drawing = canvas.getContext('2d') as CanvasRenderingContext2D
      drawing.imageSmoothingEnabled = false
      drawing.drawImage(image, 0, 0, width, width)
      return { data: [...drawing.getImageData(0, 0, width, width).data], width }
    })
    expect(jsQR(new Uint8ClampedArray(data), width, width)?.data).toBe(canonical)
  })
})

test('a post says how long it takes, and is cited and printed without script', async ({ browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const [address = ''] = await postsOf(request, 'news')
  await page.goto(address)
  await expect(page.getByText(/^约 \d+ 分钟读完$/)).toBeVisible()
  await page.getByText('引用本文').click()
  await expect(page.locator('.citation')).toHaveText(/\(\d{4}-\d\d-\d\d\)\. https?:/)
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.origin')).toContainText(address)
  await expect(page.locator('.page-tools')).toBeHidden()
  await context.close()
})

test('posts that share a tag lead to one another', async ({ page, request, system }) => {
  const api = await DeskApi.logIn(request, system.deskUrl, system.accountOf('平台管理员'))
  const tag = await api.create('tag', { name: '沥青路面' })
  const column = await api.column('news')
  const write = async (title: string, displayDate: string) => {
    const tags = { connect: [tag], disconnect: [] }
    const { documentId } = await api.create('article', { title, displayDate, body: '正文。', column, tags })
    await api.publish('article', documentId, {})
  }
  await write('先写的一篇', '2026-11-01T01:00:00Z')
  await write('后写的一篇', '2026-11-02T01:00:00Z')
  await expect(async () => {
    await page.goto('/news/')
    await page.getByRole('link', { name: '后写的一篇' }).first().click({ timeout: 1000 })
  }).toPass()
  const related = page.locator('section').filter({ has: page.getByRole('heading', { name: '相关阅读' }) })
  await expect(related.getByRole('link', { name: /先写的一篇/ })).toBeVisible()
})

test('a reader counts once', async ({ page, request }) => {
  const [address = ''] = await postsOf(request, 'theory')
  const count = async () => ((await (await request.get(`/readings${address}`)).json()) as { count: number }).count
  const before = await count()
  await page.goto(address)
  await page.reload()
  await expect.poll(count, { timeout: TOLD_WITHIN_MS, intervals: [5000] }).toBe(before + 1)
  await page.goto(address)
  await expect(page.getByText(`阅读 ${before + 1}`)).toBeVisible()
})

test('what a reader reports reaches the desk and is marked as done', async ({ browser, page, request, system }) => {
  const [address = ''] = await postsOf(request, 'news')
  const problem = `第二段“党圆”应为“党员”<script>${Date.now()}</script>`

  await test.step('without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const reader = await context.newPage()
    await reader.goto(address)
    await reader.locator('.page-tools').getByRole('link', { name: '报告错误' }).click()
    await expect(reader.getByLabel('哪一页')).toHaveValue(address)
    await reader.getByLabel('哪里不对').fill(problem)
    await reader.getByLabel('怎样联系您').fill('李老师')
    await reader.getByRole('button', { name: '提交' }).click()
    const thanks = reader.getByRole('heading', { name: '已经收到，谢谢您' })
    await expect(async () => {
      if (await thanks.isVisible()) return
      await expect(reader.getByRole('alert')).toContainText('过几秒')
      await expect(reader.getByLabel('哪里不对')).toHaveValue(problem)
      await reader.waitForTimeout(3100)
      await reader.getByRole('button', { name: '提交' }).click()
      await expect(thanks).toBeVisible()
    }).toPass()
    await context.close()
  })

  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('平台管理员'))
  await test.step('on the home of the desk and in the list', async () => {
    await expect(desk.card('读者报错')).toContainText(/\d+ 条待处理/)
    await desk.card('读者报错').getByRole('link', { name: '去处理' }).click()
    const row = page.getByRole('listitem').filter({ hasText: problem })
    await expect(row).toContainText('联系方式：李老师')
    await row.getByLabel(/处理说明/).fill('已改正')
    await row.getByRole('button', { name: '标记为已处理' }).click()
    await desk.expectNotice('已标记为已处理')
    await expect(row).toHaveCount(0)
  })

  await test.step('and taken back, and deleted', async () => {
    await page.getByRole('tab', { name: '已处理' }).click()
    const row = page.getByRole('listitem').filter({ hasText: problem })
    await expect(row).toContainText('已改正')
    await row.getByRole('button', { name: '退回待处理' }).click()
    await page.getByRole('tab', { name: '待处理' }).click()
    await row.getByRole('button', { name: '删除' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '确认' }).click()
    await desk.expectNotice('已删除')
    await expect(row).toHaveCount(0)
  })
})

test('the desk sees how the portal is read, and takes the numbers along', async ({ page, request, system }) => {
  await request.get('/', { headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 8.0) Chrome/60 Mobile' } })
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('平台管理员'))
  await expect(async () => {
    await page.goto(`${system.deskUrl}/statistics`)
    await expect(page.getByRole('heading', { name: '读得最多的页面' })).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: TOLD_WITHIN_MS })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await download).suggestedFilename()).toBe('阅读统计-近 7 天.csv')
})
