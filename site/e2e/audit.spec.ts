/** What was done stands in the log, where nobody changes it; the media library keeps its order. */
import fs from 'node:fs/promises'
import { Desk } from './setup/desk.ts'
import { DeskApi } from './setup/desk-api.ts'
import { expect, test } from './setup/test.ts'

test('平台管理员 finds who did what, with before and after, and takes it along', async ({ page, request, system }) => {
  const api = await DeskApi.logIn(request, system.deskUrl, system.accountOf('审核人'))
  await api.create('tag', { name: '审计用的标签' })
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('平台管理员'))

  await test.step('the act is there', async () => {
    await page.getByRole('link', { name: '审计日志' }).click()
    await expect(page.getByRole('heading', { name: '审计日志' })).toBeVisible()
    await page.getByLabel('对象').fill('审计用的标签')
    await page.getByRole('button', { name: '查询' }).click()
    const row = page.getByRole('row').filter({ hasText: '审计用的标签' })
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('新建')
    await expect(row).toContainText('成功')
    await row.getByRole('button', { name: /^查看第 \d+ 条记录$/ }).click()
    const details = page.getByRole('dialog')
    await expect(details.getByRole('row', { name: /标签名称.*审计用的标签/ })).toBeVisible()
    await details.getByRole('button', { name: '关闭' }).last().click()
  })

  await test.step('and in the file', async () => {
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 CSV' }).click()
    const text = await fs.readFile(await (await downloaded).path(), 'utf8')
    expect(text).toContain('审计用的标签')
  })

  await test.step('the export is an act, too', async () => {
    await page.getByRole('button', { name: '清除条件' }).click()
    await expect(page.getByRole('row').nth(1)).toContainText('导出审计日志')
  })
})

test('who lacks the permission finds no way to the log', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('撰稿人'))
  await expect(page.getByRole('link', { name: '媒体整理' })).toBeVisible()
  await expect(page.getByRole('link', { name: '审计日志' })).toHaveCount(0)
})

test('a file that is there already is offered before it is uploaded again', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  const file = { name: '值班安排.txt', mimeType: 'text/plain', buffer: Buffer.from('值班安排表') }
  const choose = async () => {
    await page.getByRole('button', { name: '新建' }).first().click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: '上传文件' }).click()
    await (await choosing).setFiles(file)
  }
  await page.goto(`${system.deskUrl}/plugins/upload`)
  await choose()
  await expect(page.getByText('值班安排.txt').first()).toBeVisible()
  await page.reload()
  await choose()
  const question = page.getByRole('dialog', { name: '媒体库里已有相同的文件' })
  await expect(question).toContainText('值班安排.txt')
  await question.getByRole('button', { name: '使用已有的' }).click()
  await expect(question).toHaveCount(0)
  await page.goto(`${system.deskUrl}/media-order`)
  await page.getByRole('tab', { name: '查找文件' }).click()
  await page.getByLabel('文件名或替代文字').fill('值班安排')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '值班安排.txt' })).toHaveCount(1)
  await expect(page.getByText('没有用在任何地方，可以删除。')).toBeVisible()
})
