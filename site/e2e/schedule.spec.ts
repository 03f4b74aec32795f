/** What is planned comes out at its second and goes at its second; what fails says why; the calendar moves it. */
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { Desk } from './setup/desk.ts'
import { DeskApi } from './setup/desk-api.ts'
import { expect, test } from './setup/test.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const BEIJING_MS = 8 * HOUR_MS

const article = (title: string, slug: string) => ({ title, slug, column: '党建要闻', body: `${title}的正文。` })
const typed = (moment: Date) =>
  new Date(moment.getTime() + BEIJING_MS).toISOString().slice(0, '2026-11-26T09:30:00'.length)
const dayOf = (moment: Date) => typed(moment).slice(0, '2026-11-26'.length)
/** The next whole second that is so far away. */
const secondIn = (ms: number) => new Date(Math.ceil((Date.now() + ms) / 1000) * 1000)
/** 10:00 in Beijing, so many days from now. */
const atTen = (days: number) => new Date(`${dayOf(new Date(Date.now() + days * DAY_MS))}T10:00:00+08:00`)

async function firstSeen(request: APIRequestContext, address: string, status: number): Promise<number> {
  await expect
    .poll(async () => (await request.get(address)).status(), { intervals: [20], timeout: 40_000 })
    .toBe(status)
  return Date.now()
}

/** A date and a time of day. */
async function type(field: Locator, moment: Date) {
  const [day = '', time = ''] = typed(moment).split('T')
  const date = field.getByRole('combobox', { name: /日期/ })
  await date.fill(day.replaceAll('-', '/'))
  await date.press('Tab')
  await field.getByLabel(/：时间$/).fill(time)
}

let api: DeskApi
// once for all: the CMS lets an account log in five times within five minutes
test.beforeAll(async ({ playwright, system }) => {
  api = await DeskApi.logIn(await playwright.request.newContext(), system.deskUrl, system.accountOf('平台管理员'))
})

test('a post comes out at its second and is taken down at its second', async ({ page, request, system }) => {
  const desk = new Desk(page, system.deskUrl)
  const panel = desk.panel('定时')
  const address = '/news/planned-post/'
  const account = system.accountOf('平台管理员')
  await desk.logIn(account)
  await desk.writeArticle(article('到点上线的稿件', 'planned-post'))

  await test.step('what cannot be is refused in its field', async () => {
    await type(panel.getByRole('group', { name: '定时发布' }), atTen(-1))
    await panel.getByRole('button', { name: '保存定时' }).click()
    await expect(panel.getByText('时间已过，或离现在不到一秒，请选一个将来的时间。')).toBeVisible()
  })

  await test.step('planned, the panel says when', async () => {
    await type(panel.getByRole('group', { name: '定时发布' }), atTen(1))
    await type(panel.getByRole('group', { name: '定时下线' }), atTen(2))
    await panel.getByRole('button', { name: '保存定时' }).click()
    await desk.expectNotice('定时已保存。')
    await expect(panel.getByText('发布：已定时')).toBeVisible()
    await expect(panel.getByText('下线：已定时')).toBeVisible()
    const { documentId } = await api.find('article', 'planned-post')
    expect(await api.publishAt('article', documentId)).toBe(atTen(1).toISOString())
  })

  const [publishAt, unpublishAt] = [secondIn(6000), secondIn(16_000)]
  const { documentId } = await api.find('article', 'planned-post')
  await api.plan('article', documentId, { publishAt, unpublishAt })

  await test.step('it is live at its second, never before', async () => {
    const seen = await firstSeen(request, address, 200)
    expect(seen).toBeGreaterThanOrEqual(publishAt.getTime())
    expect(seen - publishAt.getTime()).toBeLessThan(5000)
    await expect(panel.getByText('发布：已执行')).toBeVisible()
    await expect(desk.statusPanel.getByText('已上线', { exact: true })).toBeVisible()
  })

  await test.step('and gone at its second', async () => {
    const seen = await firstSeen(request, address, 404)
    expect(seen).toBeGreaterThanOrEqual(unpublishAt.getTime())
    await expect(panel.getByText('下线：已执行')).toBeVisible()
  })
})

test('a failure is shown beside the form, on the home page and in the calendar', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  const account = system.accountOf('平台管理员')
  const title = '还没写正文的稿件'
  const { documentId } = await api.create('article', { title, slug: 'no-text', column: await api.column('news') })
  await api.plan('article', documentId, { publishAt: secondIn(3000) })
  await desk.logIn(account)
  const failed = desk.card('定时发布').getByRole('listitem').filter({ hasText: title })
  await expect(failed).toContainText('发布失败')
  await expect(failed).toContainText('“正文”')
  await page.goto(`${system.deskUrl}/calendar`)
  await expect(page.getByText(`发布失败：${title}`)).toBeVisible()
  await page.goto(system.deskUrl)
  await failed.getByRole('link', { name: title }).click()
  await expect(desk.panel('定时').getByText('发布失败', { exact: true })).toBeVisible()
  await expect(desk.panel('定时').getByText(/“正文”/)).toBeVisible()
})

async function drag(page: Page, title: string, day: string) {
  const event = page.locator('.fc-event').filter({ hasText: title })
  await event.hover()
  await page.mouse.down()
  const cell = await page.locator(`.fc-daygrid-day[data-date="${day}"]`).boundingBox()
  if (!cell) throw new Error(`the calendar does not show ${day}`)
  await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2, { steps: 12 })
  await page.mouse.up()
}

test('the calendar moves what is planned, by dragging and by typing', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  const account = system.accountOf('平台管理员')
  const title = '挪个日子的稿件'
  const { documentId } = await api.create('article', { title, body: '正文。', column: await api.column('news') })
  await api.plan('article', documentId, { publishAt: atTen(2), unpublishAt: atTen(5) })
  await desk.logIn(account)
  await page.goto(`${system.deskUrl}/calendar`)
  const planned = page.locator('.fc-event').filter({ hasText: `定时发布：${title}` })
  const cellOf = (moment: Date) => page.locator(`.fc-daygrid-day[data-date="${dayOf(moment)}"]`)

  await test.step('dragged to another day, the hour stays', async () => {
    await expect(cellOf(atTen(2)).filter({ has: planned })).toBeVisible()
    await drag(page, `定时发布：${title}`, dayOf(atTen(3)))
    await desk.expectNotice('时间已改。')
    await expect(cellOf(atTen(3)).filter({ has: planned })).toBeVisible()
    expect(await api.publishAt('article', documentId)).toBe(atTen(3).toISOString())
  })

  await test.step('refused, it jumps back and says why', async () => {
    await drag(page, `定时发布：${title}`, dayOf(atTen(6)))
    await desk.expectNotice('下线时间要晚于发布时间。')
    await expect(cellOf(atTen(3)).filter({ has: planned })).toBeVisible()
  })

  await test.step('opened with the keyboard, its time is typed', async () => {
    await planned.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await type(dialog.getByRole('group', { name: '新的时间' }), new Date(atTen(4).getTime() + HOUR_MS))
    await dialog.getByRole('button', { name: '改时间' }).click()
    await expect(dialog).toBeHidden()
    await expect(cellOf(atTen(4)).filter({ has: planned })).toContainText('11:00')
  })
})
