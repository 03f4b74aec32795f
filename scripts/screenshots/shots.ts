/** The pictures of docs/handbooks/editor.md: who looks at what, and what is done before the picture is taken. */
import type { Locator, Page } from '@playwright/test'
import type { Staged } from './stage.ts'

export type Shot = {
  /** of the file */
  name: string
  /** name of the desk role that looks */
  role: string
  /** below the desk's address */
  path: (staged: Staged) => string
  width?: number
  height?: number
  prepare?: (page: Page) => Promise<void>
  /** instead of the whole window */
  part?: (page: Page) => Locator
}

const ARTICLES = '/content-manager/collection-types/api::article.article'
const form =
  (which: keyof Staged) =>
  (staged: Staged): string =>
    `${ARTICLES}/${staged[which].documentId}`
const at = (path: string) => () => path

/** A panel beside the form, by its title. */
const panel = (title: string) => (page: Page) => {
  return page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
}
const dialog = (page: Page) => page.getByRole('dialog')
const press = (button: string) => (page: Page) =>
  page.getByRole('button', { name: button, exact: true }).first().click()

/** A tall window shows a form and all that stands beside it. */
const TALL = 1900

export const shots: readonly Shot[] = [
  { name: 'home', role: '撰稿人', path: at('/'), height: 1500 },
  { name: 'guide', role: '撰稿人', path: at('/guide') },
  { name: 'list', role: '撰稿人', path: at(ARTICLES) },
  { name: 'form', role: '撰稿人', path: form('wrong'), height: TALL },
  { name: 'editor', role: '撰稿人', path: form('written'), height: TALL, part: bodyField },
  { name: 'checks', role: '撰稿人', path: form('wrong'), height: TALL, part: panel('发布前检查') },
  { name: 'returned', role: '撰稿人', path: form('returned'), height: TALL, part: panel('审核') },
  { name: 'work-lists', role: '责任编辑（初审）', path: at('/review') },
  { name: 'review', role: '责任编辑（初审）', path: form('written'), height: TALL, part: panel('审核') },
  { name: 'approve', role: '责任编辑（初审）', path: form('written'), prepare: press('通过'), part: dialog },
  { name: 'review-sheet', role: '平台管理员', path: form('planned'), height: 1100, prepare: openSheet },
  { name: 'versions', role: '撰稿人', path: form('written'), height: 1000, prepare: press('查看和对比全部版本') },
  { name: 'schedule', role: '平台管理员', path: form('planned'), height: TALL, part: panel('定时') },
  { name: 'calendar', role: '平台管理员', path: at('/calendar') },
  { name: 'media-order', role: '平台管理员', path: at('/media-order'), prepare: findFiles },
  { name: 'audit', role: '平台管理员', path: at('/audit') },
  { name: 'tablet', role: '撰稿人', path: form('written'), width: 820, height: 1100 },
]

function bodyField(page: Page) {
  return page.locator('div:has(> .head):has(> .page)').first()
}

async function findFiles(page: Page) {
  await page.getByRole('tab', { name: '查找文件' }).click()
  await page.getByRole('textbox', { name: '文件名或替代文字' }).fill('桥')
  await page.getByRole('button', { name: '查找', exact: true }).click()
}

async function openSheet(page: Page) {
  await page.getByRole('link', { name: '审核单' }).click()
  await page.locator('#review-sheet').waitFor()
}
