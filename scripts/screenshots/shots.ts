/** The pictures of docs/handbooks/editor.md: who looks at what, and what is done before the picture is taken. */
import type { Page } from '@playwright/test'

export type Shot = {
  /** of the file */
  name: string
  /** name of the desk role that looks */
  role: string
  /** below the desk's address */
  path: string
  width?: number
  height?: number
  prepare?: (page: Page) => Promise<void>
}

const ARTICLES = '/content-manager/collection-types/api::article.article'

async function openFirstEntry(page: Page) {
  await page.getByRole('gridcell').nth(1).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

export const shots: readonly Shot[] = [
  { name: 'home', role: '撰稿人', path: '/', height: 1500 },
  { name: 'guide', role: '撰稿人', path: '/guide' },
  { name: 'list', role: '撰稿人', path: ARTICLES },
  { name: 'article', role: '平台管理员', path: ARTICLES, height: 1600, prepare: openFirstEntry },
]
