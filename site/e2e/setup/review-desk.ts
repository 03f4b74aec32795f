/** The desk of those who submit and review: the panel “审核”, its dialogs, the work lists. */
import { expect, type Locator } from '@playwright/test'
import { Desk } from './desk.ts'

export class ReviewDesk extends Desk {
  get review() {
    return this.panel('审核')
  }

  /** On a tablet the panels lie in a drawer at the lower edge. */
  async press(target: Locator) {
    const opener = this.page.getByRole('button', { name: '打开更多操作' })
    if (await opener.isVisible()) await opener.click()
    await target.click()
  }

  async backToForm() {
    const closer = this.page.getByRole('button', { name: '关闭更多操作' })
    if (await closer.isVisible()) await closer.click()
  }

  async decide(button: string, note: string, done: string) {
    await this.press(this.review.getByRole('button', { name: button, exact: true }))
    const dialog = this.page.getByRole('dialog')
    if (note) await dialog.getByRole('textbox').fill(note)
    await dialog.getByRole('button', { name: button, exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(this.review.getByText(done, { exact: true }).first()).toBeVisible()
  }

  /** From the work list on, as reviewers come to a piece. */
  async openFromList(title: string, list: string) {
    await this.page.goto(`${this.url}/review`)
    await this.page.getByRole('tab', { name: list }).click()
    await this.page.getByRole('link', { name: title }).first().click()
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
    await expect(this.review.getByRole('listitem').first()).toBeVisible()
  }

  /** What was changed since it was published stays as a draft. */
  async takeDown() {
    // the menu over the entry has the same name and comes first
    await this.press(this.page.getByRole('button', { name: '更多操作', exact: true }).last())
    await this.page.getByRole('menuitem', { name: /下线/ }).click()
    await this.page.getByRole('alertdialog').getByRole('button', { name: '确认' }).click()
    await this.expectNotice('已下线')
  }
}
