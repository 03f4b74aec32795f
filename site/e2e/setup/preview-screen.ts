/** The desk's preview of one entry: a frame, its width, a window of its own. */
import type { Page } from '@playwright/test'

export class PreviewScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** From the entry that is shown. */
  async open() {
    await this.page.getByRole('link', { name: '打开预览' }).click()
  }

  /** Within it, the portal's page. */
  get frame() {
    return this.page.frameLocator('iframe[title="预览"]')
  }

  async showOn(device: '电脑' | '手机') {
    await this.page.getByRole('combobox', { name: '选择设备' }).click()
    await this.page.getByRole('option', { name: device }).click()
  }

  /** How wide the page believes its window to be. */
  async width(): Promise<number> {
    return this.frame.locator('html').evaluate(() => window.innerWidth)
  }

  async openInWindow(): Promise<Page> {
    const opened = this.page.waitForEvent('popup')
    await this.page.getByRole('button', { name: '在新窗口打开' }).click()
    return opened
  }

  async close() {
    await this.page.getByRole('link', { name: '关闭预览' }).click()
  }
}
