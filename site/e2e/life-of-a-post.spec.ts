/** A post from a Word file to its end: sent back, mended, passed three times, out at its second, edited, taken down. On a desktop and on a tablet. */
import path from 'node:path'
import type { Page } from '@playwright/test'
import { DeskApi } from './setup/desk-api.ts'
import { ReviewDesk } from './setup/review-desk.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [100], timeout: 30_000 }
const WORD_FILE = path.join(import.meta.dirname, 'fixtures', 'notice.docx')
const IN_WORD = '关于做好夜间检测志愿服务的通知'
const FROM_WORD =
  '<p class=MsoNormal style="text-indent:28pt"><span style="font-family:仿宋;mso-hansi-font-family:Calibri">各组带<b>反光背心</b>。<o:p></o:p></span></p>'
const REVIEWERS = ['责任编辑（初审）', '部门负责人（复审）', '分管领导（终审）']
const AFTER = ['待复审', '待终审', '已通过']
const LEAD_MS = 8000

class LifeDesk extends ReviewDesk {
  /** @returns the document's id, from the address of its form */
  async importWord(file: string): Promise<string> {
    await this.page.goto(`${this.url}/content-manager/collection-types/api::article.article`)
    await this.page.getByRole('button', { name: '导入 Word 文档' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Word 文档', { exact: true }).setInputFiles(file)
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await expect(this.page.getByRole('heading', { name: IN_WORD })).toBeVisible()
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  async open(documentId: string) {
    await this.page.goto(`${this.url}/content-manager/collection-types/api::article.article/${documentId}`)
    await expect(this.review.getByRole('listitem').first()).toBeVisible()
  }
}

async function place(page: Page, title: string, column: string, slug: string) {
  await page.getByRole('textbox', { name: /^标题/ }).fill(title)
  await page.getByRole('combobox', { name: /^栏目/ }).click()
  await page.getByRole('option', { name: column }).click()
  await page.getByRole('textbox', { name: /^网址短名/ }).fill(slug)
  await page.getByRole('textbox', { name: /^来源/ }).fill('党委组织部')
  await page.getByRole('textbox', { name: /^责任编辑/ }).fill('田禾')
}

for (const width of [1280, 820]) {
  test(`the whole life of a post at a width of ${width}`, async ({ page, playwright, system, request }) => {
    test.setTimeout(6 * 60_000)
    await page.setViewportSize({ width, height: 1000 })
    const desk = new LifeDesk(page, system.deskUrl)
    const title = `夜间检测志愿服务（${width}）`
    const slug = `night-volunteers-${width}`
    const address = `/cadres/${slug}/`
    let documentId = ''

    await test.step('the author makes a draft of a Word file and submits it', async () => {
      await desk.logIn(system.accountOf('撰稿人'))
      documentId = await desk.importWord(WORD_FILE)
      await place(page, title, '干部之窗', slug)
      await desk.save()
      await desk.decide('送审', '请审核', '待初审')
      await desk.logOut()
    })

    await test.step('the first reviewer sends it back', async () => {
      await desk.logIn(system.accountOf(REVIEWERS[0] ?? ''))
      await desk.open(documentId)
      await desk.decide('退回', '请写明集合时间', '被退回')
      await desk.logOut()
    })

    await test.step('the author mends it in the editor, partly by pasting from Word', async () => {
      await desk.logIn(system.accountOf('撰稿人'))
      await desk.open(documentId)
      await expect(desk.review.getByText('请写明集合时间').first()).toBeVisible()
      await desk.backToForm()
      await desk.text('正文').getByText('各支部要提高认识').click()
      await page.keyboard.press('End')
      await page.keyboard.insertText('每晚八点在东门集合。')
      await page.keyboard.press('Enter')
      await desk.paste(FROM_WORD)
      await expect(desk.text('正文').getByText('反光背心')).toBeVisible()
      await desk.save()
      await desk.decide('送审', '', '待初审')
      await desk.logOut()
    })

    for (const [index, role] of REVIEWERS.entries()) {
      await test.step(`${role} passes it`, async () => {
        await desk.logIn(system.accountOf(role))
        await desk.open(documentId)
        await desk.decide('通过', '同意', AFTER[index] ?? '')
        await desk.logOut()
      })
    }

    const api = await DeskApi.logIn(
      await playwright.request.newContext(),
      system.deskUrl,
      system.accountOf('平台管理员'),
    )

    await test.step('planned, it is live at its second and not before', async () => {
      const publishAt = new Date(Math.ceil((Date.now() + LEAD_MS) / 1000) * 1000)
      await api.plan('article', documentId, { publishAt })
      expect((await request.get(address)).status()).toBe(404)
      await expect.poll(async () => (await request.get(address)).status(), SOON).toBe(200)
      expect(Date.now()).toBeGreaterThanOrEqual(publishAt.getTime())
      expect(await (await request.get(address)).text()).toContain('每晚八点在东门集合。')
      expect(await (await request.get(address)).text()).toContain('各组带<strong>反光背心</strong>。')
    })

    await test.step('an edit by the author takes the approval away, and readers keep the old version', async () => {
      await desk.logIn(system.accountOf('撰稿人'))
      await desk.open(documentId)
      await page.getByRole('textbox', { name: /^副题/ }).fill('时间有调整')
      await desk.save()
      await expect(desk.review.getByText('未送审', { exact: true })).toBeVisible()
      expect(await (await request.get(address)).text()).not.toContain('时间有调整')
      await desk.logOut()
    })

    await test.step('nobody can publish or plan it now; it can be taken down', async () => {
      await desk.logIn(system.accountOf('平台管理员'))
      await desk.open(documentId)
      await expect(page.getByRole('button', { name: '发布（未经审核）' })).toBeDisabled()
      await desk.takeDown()
      await expect.poll(async () => (await request.get(address)).status(), SOON).toBe(404)
      await desk.logOut()
    })
  })
}
