/** The desk as its users see it: fields and buttons by their Chinese names. */
import { expect, type Page } from '@playwright/test'
import type { Account } from './first-login.ts'
import { keepNotices, noticesSeen } from './notices.ts'
import { keepSession, resumeSession } from './sessions.ts'

const ARTICLES = '/content-manager/collection-types/api::article.article'

export type Article = { title: string; column: string; body: string; slug?: string }

export class Desk {
  readonly page: Page
  readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async logIn({ email, password }: Account) {
    await keepNotices(this.page)
    // a tab in the background draws once a second
    await this.page.bringToFront()
    await this.page.goto(this.url)
    if (await resumeSession(this.page, email)) await this.page.goto(this.url)
    const home = this.page.getByRole('heading', { name: /您好/ })
    const form = this.page.getByRole('button', { name: '登录' })
    await expect(home.or(form)).toBeVisible()
    if (await form.isVisible()) {
      await this.page.getByLabel(/邮箱/).fill(email)
      await this.page.getByLabel(/^密码/).fill(password)
      await form.click()
      await expect(home).toBeVisible()
      await keepSession(this.page, email)
    }
    await expect(home).toBeVisible()
  }

  async logOut() {
    await this.page.context().clearCookies()
    await this.page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    await this.page.goto(this.url)
    await expect(this.page.getByRole('button', { name: '登录' })).toBeVisible()
  }

  async writeArticle({ title, column, body, slug }: Article) {
    await this.page.goto(`${this.url}${ARTICLES}/create`)
    await this.writeBody(body)
    await this.page.getByRole('textbox', { name: /^标题/ }).fill(title)
    await this.page.getByRole('combobox', { name: /^栏目/ }).click()
    await this.page.getByRole('option', { name: column }).click()
    if (slug) await this.page.getByRole('textbox', { name: /^网址短名/ }).fill(slug)
    await this.save()
  }

  /** Where a text is written, by the label of its field. */
  text(label: string) {
    return this.page.getByRole('textbox', { name: label, exact: true })
  }

  /** A button over the text, by the beginning of its name. */
  tool(name: string) {
    const start = new RegExp(`^${name}`)
    return this.page.getByRole('toolbar', { name: '格式工具栏' }).getByRole('button', { name: start })
  }

  /**
   * On a fresh form, before anything else: the editor shows a text before the form has it, and a save in between would be
   * one without it. The form has it once it can be saved.
   */
  private async writeBody(body: string) {
    const editor = this.text('正文')
    await editor.click()
    await this.page.keyboard.insertText(body)
    await expect(editor).toContainText(body)
    await expect(this.saveButton).toBeEnabled()
  }

  /** What another program has put on the clipboard, where the cursor stands. */
  async paste(html: string) {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', pasted)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, html)
  }

  private get saveButton() {
    return this.page.getByRole('button', { name: '保存', exact: true })
  }

  async save() {
    await this.page.bringToFront()
    await this.afterCounting(async () => {
      await this.saveButton.click()
      await this.expectNotice('已保存')
    })
  }

  async openArticle(title: string) {
    await this.page.goto(`${this.url}${ARTICLES}?_q=${encodeURIComponent(title)}`)
    await this.afterCounting(async () => {
      await this.page.getByRole('gridcell').getByText(title).first().click()
      await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
    })
  }

  /**
   * Whenever an entry is shown anew, Strapi counts its unpublished relations and exchanges the buttons meanwhile: a press
   * that meets the exchange is lost.
   */
  private async afterCounting(work: () => Promise<void>) {
    const counted = this.page.waitForResponse((response) => response.url().includes('/actions/countDraftRelations'))
    await Promise.all([counted, work()])
  }

  /** The button is there for everybody; who may not publish finds it disabled. */
  get publishButton() {
    return this.page.getByRole('button', { name: '发布', exact: true })
  }

  async publish() {
    await this.page.bringToFront()
    await this.publishButton.click()
    await this.expectNotice('已发布')
    await expect(this.publishButton, 'nothing is left to publish').toBeDisabled()
  }

  /** Whoever comes from another window brings this one to the front with the very press of the button. */
  async publishComingBack() {
    await this.page.bringToFront()
    await this.publishButton.hover()
    await this.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await this.page.mouse.down()
    await this.page.mouse.up()
    await this.expectNotice('已发布')
    await expect(this.publishButton, 'nothing is left to publish').toBeDisabled()
  }

  async unpublish() {
    await this.panel('操作').getByRole('button', { name: '更多操作' }).click()
    await this.page.getByRole('menuitem', { name: /下线/ }).click()
    await this.expectNotice('已下线')
  }

  /** A panel beside the form, by its title. */
  panel(title: string) {
    const heading = this.page.getByRole('heading', { name: title, exact: true })
    return this.page.getByRole('complementary').filter({ has: heading })
  }

  /** How the entry fares on its way to the readers. */
  get statusPanel() {
    return this.panel('上线状态')
  }

  /** A card of the home page, by its title. */
  card(title: string) {
    return this.page.getByRole('region', { name: title })
  }

  /** The desk says what was done in a passing notice. */
  async expectNotice(text: string) {
    try {
      await expect(this.page.locator('[role=alert], [role=status]').getByText(text).first()).toBeVisible()
    } catch (cause) {
      throw new Error(`the desk did not say “${text}”; it said: ${await noticesSeen(this.page)}`, { cause })
    }
  }
}
