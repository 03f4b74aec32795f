/** Nothing typed is lost: versions are compared and restored, two editors meet, a killed tab gives back what was in it. */
import type { Browser, Page } from '@playwright/test'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const ARTICLE = { column: '党建要闻', body: '会议在图书馆举行。' }

const titleField = (page: Page) => page.getByRole('textbox', { name: /^标题/ })
const summaryField = (page: Page) => page.getByRole('textbox', { name: /^摘要/ })

async function fill(page: Page, title: string) {
  await titleField(page).fill(title)
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeEnabled()
}

async function another(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  return context.newPage()
}

/** Waits until the device has what was typed. */
const untilKept = (desk: Desk) => expect(desk.panel('历史版本').getByText(/已存在本机/)).toBeVisible()

test('every save is a version, compared and brought back', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ ...ARTICLE, title: '学院召开读书会议' })
  await fill(page, '学院召开读书分享会议')
  await desk.save()
  const panel = desk.panel('历史版本')
  await expect(panel.getByRole('listitem')).toHaveCount(2)
  await expect(panel.getByRole('listitem').first()).toContainText(/第 2 版.*今天 .* · 审核人 · 保存/)

  const dialog = page.getByRole('dialog', { name: '历史版本' })
  await test.step('what differs stands out in the text', async () => {
    await panel.getByRole('button', { name: '查看和对比全部版本' }).click()
    await expect(dialog.getByRole('insertion')).toHaveText('分享')
    await expect(dialog.getByText(/另有 \d+ 项没有改动/)).toBeVisible()
  })

  await test.step('an old version comes back as a new one, and nothing is published', async () => {
    await dialog.getByRole('button', { name: '恢复第 1 版' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '恢复此版本' }).click()
    await desk.expectNotice('已恢复第 1 版的内容')
    await expect(titleField(page)).toHaveValue('学院召开读书会议')
    await expect(panel.getByRole('listitem').first()).toContainText(/第 3 版.*恢复第 1 版/)
    await expect(desk.statusPanel.getByText('还没有发布过，读者看不到。')).toBeVisible()
  })
})

test('two who edit one post lose nothing', async ({ page, browser, system }) => {
  // two accounts log in, one after the other
  test.slow()
  const [mine, theirPage] = [new Desk(page, system.deskUrl), await another(browser)]
  const theirs = new Desk(theirPage, system.deskUrl)
  const title = '两人同改的稿件'
  await mine.logIn(system.accountOf('审核人'))
  await mine.writeArticle({ ...ARTICLE, title })
  await theirs.logIn(system.accountOf('撰稿人'))
  await theirs.openArticle(title)

  await fill(page, '两人同改的稿件（我的标题）')
  await fill(theirPage, '两人同改的稿件（他的标题）')
  await summaryField(theirPage).fill('他写的摘要。')
  await theirs.save()

  await page.bringToFront()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '别人也改了这篇内容' })
  await expect(dialog).toContainText('撰稿人')
  await expect(dialog.getByRole('region', { name: '标题' })).toContainText('两人都改了')
  await expect(dialog.getByRole('region', { name: '标题' })).toContainText('他的标题')
  await expect(dialog.getByRole('region', { name: '摘要' })).toContainText('只有对方改了')
  await dialog.getByRole('button', { name: '按上面逐项选择的合并' }).click()
  await mine.expectNotice('已放进表单')
  await expect(titleField(page)).toHaveValue('两人同改的稿件（我的标题）')
  await expect(summaryField(page)).toHaveValue('他写的摘要。')
  await mine.save()
  await expect(mine.panel('历史版本').getByRole('listitem')).toHaveCount(3)
  await theirPage.context().close()
})

test('a tab that is killed gives back what was typed, and only to its own account', async ({ page, system }) => {
  // two accounts log in, one after the other
  test.slow()
  const desk = new Desk(page, system.deskUrl)
  const title = '写到一半的稿件'
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ ...ARTICLE, title })
  const address = page.url()
  await fill(page, '写到一半的稿件，还没保存')
  await untilKept(desk)

  await test.step('the home of the desk names it', async () => {
    const context = page.context()
    // closed without a word, as by a crash
    await page.close({ runBeforeUnload: false })
    page = await context.newPage()
    await page.goto(system.deskUrl)
    await expect(page.getByRole('region', { name: '本机未保存的内容' })).toContainText('写到一半的稿件，还没保存')
  })

  await test.step('nobody else is offered it', async () => {
    const other = new Desk(page, system.deskUrl)
    await other.logOut()
    await other.logIn(system.accountOf('撰稿人'))
    await page.goto(address)
    await expect(titleField(page)).toHaveValue(title)
    await expect(page.getByRole('heading', { name: '历史版本' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await other.logOut()
  })

  await test.step('its own account takes it back and saves it', async () => {
    const again = new Desk(page, system.deskUrl)
    await again.logIn(system.accountOf('审核人'))
    await page.goto(address)
    const dialog = page.getByRole('dialog', { name: '有上次没保存的内容' })
    await expect(dialog.getByRole('insertion')).toHaveText('，还没保存')
    await dialog.getByRole('button', { name: /^恢复未保存的内容/ }).click()
    await expect(titleField(page)).toHaveValue('写到一半的稿件，还没保存')
    await again.save()
    await page.reload()
    await expect(titleField(page)).toHaveValue('写到一半的稿件，还没保存')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('without a connection the text stays, and is saved when it is back', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ ...ARTICLE, title: '断网时写的稿件' })
  await page.context().setOffline(true)
  await fill(page, '断网时写的稿件，改过')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await desk.expectNotice('网络已断开')
  await expect(titleField(page)).toHaveValue('断网时写的稿件，改过')
  await page.context().setOffline(false)
  await expect(page.getByText('网络已恢复，可以保存了。')).toBeVisible()
  await desk.save()
  await expect(desk.panel('历史版本').getByRole('listitem')).toHaveCount(2)
})

test('who does nothing is warned, logged out, and finds the text again', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await page.clock.install()
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ ...ARTICLE, title: '离开座位前的稿件' })
  await fill(page, '离开座位前的稿件，没保存')
  await untilKept(desk)
  const warning = page.getByRole('dialog', { name: '即将自动退出登录' })

  await test.step('who comes back goes on', async () => {
    await page.clock.fastForward('28:20')
    await expect(warning).toContainText('没保存的内容已存在本机')
    await warning.getByRole('button', { name: '继续工作' }).click()
    await expect(warning).toHaveCount(0)
  })

  await test.step('who does not is logged out, and goes on from there after the next log-in', async () => {
    await page.clock.fastForward('28:20')
    await expect(warning).toBeVisible()
    await page.clock.fastForward('02:00')
    await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
    const { email, password } = system.accountOf('审核人')
    await page.getByLabel(/邮箱/).fill(email)
    await page.getByLabel(/^密码/).fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    const dialog = page.getByRole('dialog', { name: '有上次没保存的内容' })
    await dialog.getByRole('button', { name: /^恢复未保存的内容/ }).click()
    await expect(titleField(page)).toHaveValue('离开座位前的稿件，没保存')
  })
})
