/** Checks before publication: a post with an ID number and a wrong term is found, refused, mended in place and published. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const ID_NUMBER = '11010519491231002X'
const WORDING = '/content-manager/collection-types/api::wording.wording'

test('what is wrong is shown, stops the publication, and is mended in place', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({
    title: '党风廉正教育月安排',
    column: '党建要闻',
    slug: 'checked-post',
    body: '请按陕交院党【2026】012号执行。',
  })
  const summary = page.getByRole('textbox', { name: /^摘要/ })
  await summary.fill(`联系人的号码是 ${ID_NUMBER}。`)
  const panel = desk.panel('发布前检查')
  const blocking = panel.getByRole('list', { name: /必须先改/ })
  const warnings = panel.getByRole('list', { name: /建议核对/ })

  await test.step('all findings of the form are there at once, saved or not', async () => {
    await expect(blocking.getByRole('listitem')).toHaveCount(1)
    await expect(blocking).toContainText('身份证号码')
    await expect(warnings).toContainText('“党风廉正”应为“党风廉政”。')
    await expect(warnings).toContainText('还没有填“来源”')
  })

  await test.step('publishing is refused with a sentence', async () => {
    await desk.save()
    await desk.publishButton.click()
    await desk.expectNotice('发布前检查发现了必须先改的问题')
    await expect(desk.statusPanel.getByText('未发布', { exact: true })).toBeVisible()
  })

  await test.step('a finding leads to its place', async () => {
    const wrong = warnings.getByRole('listitem').filter({ hasText: '党风廉正' })
    await wrong.getByRole('button', { name: '到此处' }).click()
    const title = page.getByRole('textbox', { name: /^标题/ })
    await expect(title).toBeFocused()
    const selected = () =>
      title.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0))
    expect(await selected()).toBe('党风廉正')
  })

  await test.step('terms are replaced, and the findings go', async () => {
    await warnings.getByRole('button', { name: '替换为“党风廉政”' }).click()
    await expect(page.getByRole('textbox', { name: /^标题/ })).toHaveValue('党风廉政教育月安排')
    await expect(warnings.getByText('党风廉正')).toHaveCount(0)
    await page.getByRole('textbox', { name: /^来源/ }).fill('党委宣传部')
    await expect(warnings.getByText('还没有填“来源”')).toHaveCount(0)
    await warnings.getByRole('button', { name: '替换为“〔2026〕12号”' }).click()
    await expect(warnings.getByText('发文字号格式不规范')).toHaveCount(0)
    await summary.fill('联系人在行政楼 204 室。')
    await expect(blocking).toHaveCount(0)
  })

  await test.step('then it is published', async () => {
    await desk.save()
    await desk.publish()
    await page.goto(`${system.portalUrl}/news/checked-post/`)
    await expect(page.getByRole('heading', { level: 1, name: '党风廉政教育月安排' })).toBeVisible()
    await expect(page.getByText('请按陕交院党〔2026〕12号执行。')).toBeVisible()
  })
})

test('the wording list is imported as a whole, or not at all', async ({ page, system }, info) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  await page.goto(`${system.deskUrl}${WORDING}`)
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '导入错敏词' })
  const choose = async (text: string) => {
    const file = path.join(info.outputDir, 'wording.csv')
    await fs.mkdir(info.outputDir, { recursive: true })
    await fs.writeFile(file, text)
    await dialog.getByLabel('选择文件').setInputFiles(file)
  }

  await choose('错误用语,正确用语\n浏览器错词,浏览器对词\n字,词\n')
  await expect(dialog.getByText('第 3 行：“字”只有一个字，会误伤正常文字，请写成词语。')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '确认导入' })).toBeDisabled()

  await choose('错误用语,正确用语\n浏览器错词,浏览器对词\n')
  await expect(dialog.getByText('新增 1 条')).toBeVisible()
  await dialog.getByRole('button', { name: '确认导入' }).click()
  await expect(dialog.getByText('导入完成，检查时马上生效。')).toBeVisible()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  // the desk loads anew
  await expect(page.getByRole('gridcell').getByText('浏览器错词')).toBeVisible({ timeout: 60_000 })
})
