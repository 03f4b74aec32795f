/** 三审三校 as its people do it: written, sent back, mended, passed three times, published; on a desktop and on a tablet. */
import type { Page } from '@playwright/test'
import { ReviewDesk } from './setup/review-desk.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [100], timeout: 15_000 }
const WIDTHS = [1280, 820]
/** six people one after the other */
const TEST_MS = 6 * 60_000

/** On a word: the paragraph is wider than its text. */
const selectInBody = async (page: Page, text: string) => {
  await page
    .getByRole('textbox', { name: '正文', exact: true })
    .getByText(text)
    .dblclick({ position: { x: 80, y: 12 } })
}

for (const width of WIDTHS) {
  test(`a piece passes its three reviews at a width of ${width}`, async ({ page, system, request }) => {
    test.setTimeout(TEST_MS)
    await page.setViewportSize({ width, height: 900 })
    const desk = new ReviewDesk(page, system.deskUrl)
    const title = `实训基地安全月总结（${width}）`
    const address = `/cadres/safety-month-${width}/`
    const roles = ['责任编辑（初审）', '部门负责人（复审）', '分管领导（终审）']

    await test.step('the author writes and submits; the button says what is missing', async () => {
      await desk.logIn(system.accountOf('撰稿人'))
      await desk.writeArticle({
        title,
        column: '干部之窗',
        body: '安全月查出隐患十二处。',
        slug: `safety-month-${width}`,
      })
      await expect(page.getByRole('button', { name: '发布（未经审核）' })).toBeDisabled()
      await desk.decide('送审', '请尽快审核', '待初审')
      await desk.logOut()
    })

    await test.step('the first reviewer marks a word and sends it back', async () => {
      await desk.logIn(system.accountOf('责任编辑（初审）'))
      await expect(desk.card('我的审核').getByText(`待初审：《${title}》`)).toBeVisible()
      await desk.openFromList(title, '待我审核')
      await selectInBody(page, '安全月查出隐患十二处。')
      await desk.press(desk.review.getByRole('button', { name: '标出选中的文字' }))
      await desk.review.getByRole('textbox', { name: '说明或改法' }).fill('请核对数字')
      await desk.decide('退回', '隐患数字与台账不符', '被退回')
      await desk.logOut()
    })

    await test.step('the author reads why, gets to the place, mends it and submits again', async () => {
      await desk.logIn(system.accountOf('撰稿人'))
      await desk.openFromList(title, '被退回')
      await expect(desk.review.getByText('隐患数字与台账不符').first()).toBeVisible()
      await expect(desk.review.getByText('请核对数字')).toBeVisible()
      await desk.press(desk.review.getByRole('button', { name: '到此处' }))
      await desk.backToForm()
      await page.getByRole('textbox', { name: /^副题/ }).fill('共整改十三处')
      await expect(desk.review.getByText('有改动还没有保存。请先保存，再送审或审核。')).toBeVisible()
      await desk.save()
      await desk.decide('送审', '', '待初审')
      await desk.logOut()
    })

    for (const [index, role] of roles.entries()) {
      await test.step(`${role} passes it`, async () => {
        await desk.logIn(system.accountOf(role))
        await desk.openFromList(title, '待我审核')
        await desk.decide('通过', '同意', ['待复审', '待终审', '已通过'][index] ?? '')
        if (index < 2) await expect(desk.review.getByRole('button', { name: '通过', exact: true })).toBeHidden()
        await desk.logOut()
      })
    }

    await test.step('it is published, and the sheet for the file is complete', async () => {
      await desk.logIn(system.accountOf('责任编辑（初审）'))
      await desk.openArticle(title)
      await desk.publish()
      await expect.poll(async () => (await request.get(address)).status(), SOON).toBe(200)
      await desk.press(desk.review.getByRole('link', { name: '审核单' }))
      const sheet = page.locator('#review-sheet')
      for (const role of roles) await expect(sheet.getByRole('table').nth(1).getByText(role)).toBeVisible()
      await expect(sheet.getByText('隐患数字与台账不符').first()).toBeVisible()
      await expect(sheet.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    })

    await test.step('an edit afterwards needs reviews of its own', async () => {
      await desk.openArticle(title)
      await page.getByRole('textbox', { name: /^副题/ }).fill('共整改十四处')
      await expect(page.getByRole('button', { name: '发布（先保存再送审）' })).toBeDisabled()
      await desk.save()
      await expect(page.getByRole('button', { name: '发布（未经审核）' })).toBeDisabled()
      await expect(desk.review.getByText('未送审', { exact: true })).toBeVisible()
      await desk.logOut()
    })
  })
}
