/** A draft as its page will look, before anybody else can see it. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { Desk } from './setup/desk.ts'
import { DeskApi } from './setup/desk-api.ts'
import { PreviewScreen } from './setup/preview-screen.ts'
import { expect, test } from './setup/test.ts'

const article = {
  title: '雪夜巡查秦岭隧道群',
  column: '党建要闻',
  body: '凌晨两点，养护支部的党员突击队出发了。',
  slug: 'snow-patrol',
}
const PHONE_WIDTH = 375

async function filesMentioning(folder: string, text: string): Promise<string[]> {
  const names = await fs.readdir(folder, { recursive: true })
  const found: string[] = []
  for (const name of names.filter((one) => /\.(?:html|xml|json|txt)$/.test(one))) {
    const content = await fs.readFile(path.join(folder, name), 'utf8').catch(() => '')
    if (content.includes(text)) found.push(name)
  }
  return found
}

test('an author sees the draft as its page, on a desktop and on a phone; nobody else does', async ({
  page,
  system,
  request,
}) => {
  const desk = new Desk(page, system.deskUrl)
  const preview = new PreviewScreen(page)
  await desk.logIn(system.accountOf('撰稿人'))
  await desk.writeArticle(article)

  await test.step('what is not saved is not shown, and the desk says so', async () => {
    await page.getByRole('textbox', { name: /^副题/ }).fill('——记一次应急演练')
    await expect(page.getByText('请先保存，再打开预览')).toBeVisible()
    await desk.save()
    await expect(page.getByText('按已保存的草稿显示')).toBeVisible()
  })

  await test.step('in the desk’s frame, as wide as it is', async () => {
    await preview.open()
    await expect(preview.frame.getByRole('heading', { level: 1, name: article.title })).toBeVisible()
    await expect(preview.frame.getByText('——记一次应急演练')).toBeVisible()
    await expect(preview.frame.getByText(article.body)).toBeVisible()
    await expect(preview.frame.getByText(/草稿预览 · 不是正式页面 · 有效至 \d\d:\d\d/)).toBeVisible()
    expect(await preview.width()).toBeGreaterThan(1000)
  })

  await test.step('dressed as the portal is, although links in the frame lead out of it', async () => {
    const colour = await preview.frame
      .getByRole('banner')
      .locator('.masthead')
      .evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(colour).toBe('rgb(138, 23, 26)')
    const opened = page.waitForEvent('popup')
    await preview.frame
      .getByRole('navigation', { name: '当前位置' })
      .getByRole('link', { name: article.column })
      .click()
    await expect((await opened).getByRole('heading', { level: 1, name: article.column })).toBeVisible()
    await (await opened).close()
  })

  await test.step('on a phone', async () => {
    await preview.showOn('手机')
    await expect.poll(() => preview.width()).toBe(PHONE_WIDTH)
    await expect(preview.frame.getByRole('heading', { level: 1, name: article.title })).toBeVisible()
    const needed = await preview.frame.locator('html').evaluate((element) => element.scrollWidth)
    expect(needed).toBeLessThanOrEqual(PHONE_WIDTH)
  })

  await test.step('in a window of its own', async () => {
    const opened = await preview.openInWindow()
    await expect(opened.getByRole('heading', { level: 1, name: article.title })).toBeVisible()
    await opened.close()
  })

  await test.step('while readers see nothing of it', async () => {
    for (const address of [`/news/${article.slug}/`, '/preview/'])
      expect((await request.get(address)).status(), address).toBe(404)
    expect(await filesMentioning(path.join(system.dataDir, 'site'), article.title)).toEqual([])
    await preview.close()
    await expect(page.getByRole('textbox', { name: /^标题/ })).toHaveValue(article.title)
  })
})

const body = '第一段。'
const samples: Record<string, Record<string, unknown>> = {
  article: { title: '预览：文章', body, summary: '摘要', source: '党委宣传部' },
  speech: { title: '预览：讲话', speaker: '某书记', body },
  policy: { title: '预览：办法', body, documentNumber: '党发〔2026〕1号' },
  lesson: { title: '预览：课程', body },
  micropost: { text: '预览：短讯' },
  representative: { name: '预览代表', post: '教师' },
  page: { title: '预览：页面', body },
  link: { title: '预览：链接', url: 'https://www.12371.cn/' },
  column: { name: '预览栏目', slug: 'preview-sample', kind: 'article', module: 'portal', visible: false },
  contact: { phone: '029-12345678', intro: '预览：联系我们' },
}

test('every kind of content has a preview', async ({ system, request }) => {
  const desk = await DeskApi.logIn(request, system.deskUrl, system.accountOf('平台管理员'))
  const textOf = ({ title, text, name, intro }: Record<string, unknown>) => String(intro ?? title ?? text ?? name)

  for (const [kind, data] of Object.entries(samples)) {
    await test.step(kind, async () => {
      const isSingle = kind === 'contact'
      if (isSingle) await desk.saveSingle(kind, data)
      const documentId = isSingle ? null : (await desk.create(kind, data)).documentId
      const response = await request.get(await desk.previewLink(kind, documentId))
      expect(response.status()).toBe(200)
      const html = await response.text()
      expect(html).toMatch(/预览 · 不是正式页面 · 有效至/)
      expect(html).toContain(textOf(data))
      expect(response.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    })
  }
})

test('kinds without an address of their own are shown where they appear', async ({ system, request }) => {
  const desk = await DeskApi.logIn(request, system.deskUrl, system.accountOf('平台管理员'))
  const topic = await desk.create('topic', { name: '预览专题' })
  const group = await desk.create('link-group', { name: '预览分组' })
  await desk.create('link', { title: '分组里的链接', url: 'https://www.12371.cn/', group: group.documentId })
  const shown = async (kind: string, documentId: string | null) => {
    const response = await request.get(await desk.previewLink(kind, documentId))
    expect(response.status(), kind).toBe(200)
    return response.text()
  }
  expect(await shown('topic', topic.documentId)).toMatch(/<h1[^>]*>电教课堂/)
  expect(await shown('link-group', group.documentId)).toMatch(/<h1[^>]*>党建链接/)
  expect(await shown('site-setting', null)).toContain('智慧党建')
})

test('a preview that was left open does not come back with a link that has run out', async ({ page, system }) => {
  await page.clock.install()
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/preview\/url\/[^?]+\?documentId=\w+$/.test(request.url())) asked.push(request.url())
  })
  const desk = new Desk(page, system.deskUrl)
  const preview = new PreviewScreen(page)
  await desk.logIn(system.accountOf('审核人'))
  await desk.openArticle('支部建到隧道口')
  const heading = preview.frame.getByRole('heading', { level: 1, name: /支部建到隧道口/ })
  await preview.open()
  await expect(heading).toBeVisible()
  await page.clock.fastForward('14:00')
  await preview.close()
  expect(asked).toHaveLength(1)
  await preview.open()
  await expect(heading).toBeVisible()
  await expect.poll(() => asked.length).toBe(2)
})

test('a link that was altered opens nothing', async ({ page, system, request }) => {
  const desk = await DeskApi.logIn(request, system.deskUrl, system.accountOf('撰稿人'))
  const { documentId } = await desk.create('article', { title: '不给看的草稿', body })
  const link = await desk.previewLink('article', documentId)
  const response = await page.goto(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
  expect(response?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: '链接无效' })).toBeVisible()
  await expect(page.getByText('不给看的草稿')).toBeHidden()
})
