/** From the writer's desk to the reader's page, and away again. */
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const article = {
  title: '桥隧党支部的夜间检测课',
  column: '党建要闻',
  body: '昨晚八点，桥隧党支部把党课开到了灞河大桥的检测平台上。',
  slug: 'night-inspection',
}
/** Looks often, waits long: how fast it is, is measured by benchmarks and not asserted on a noisy machine. */
const SOON = { intervals: [50], timeout: 15_000 }
const address = `/news/${article.slug}/`
const newSlug = 'night-inspection-class'
const newAddress = `/news/${newSlug}/`

test('an author writes, a reviewer publishes, readers see it at once, and it goes away everywhere', async ({
  page,
  system,
  request,
}) => {
  const desk = new Desk(page, system.deskUrl)
  const reader = await page.context().newPage()

  await test.step('the author writes a draft and may not publish it', async () => {
    await desk.logIn(system.accountOf('撰稿人'))
    await desk.writeArticle(article)
    await expect(desk.publishButton).toBeDisabled()
    expect((await request.get(address)).status()).toBe(404)
    await desk.logOut()
  })

  await test.step('the reviewer publishes it', async () => {
    await desk.logIn(system.accountOf('审核人'))
    await desk.openArticle(article.title)
    await desk.publish()
  })

  await test.step('it is live on its page', async () => {
    await expect.poll(async () => (await request.get(address)).status(), SOON).toBe(200)
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1, name: article.title })).toBeVisible()
    await expect(reader.getByText(article.body)).toBeVisible()
  })

  await test.step('and in its list, on the home page and in both feeds', async () => {
    for (const path of ['/news/', '/']) {
      await reader.goto(path)
      await expect(reader.getByRole('link', { name: article.title })).toHaveAttribute('href', address)
    }
    for (const path of ['/rss.xml', '/news/rss.xml']) {
      await expect.poll(async () => (await request.get(path)).text(), SOON).toContain(article.title)
    }
  })

  await test.step('an edit shows only after it is published', async () => {
    const newTitle = `${article.title}（续）`
    await page.getByRole('textbox', { name: /^标题/ }).fill(newTitle)
    await desk.save()
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1, name: article.title, exact: true })).toBeVisible()
    await desk.publishComingBack()
    await expect.poll(async () => (await request.get(address)).text(), SOON).toContain(newTitle)
  })

  await test.step('renamed, its old address leads to the new one', async () => {
    await page.getByRole('textbox', { name: /^网址短名/ }).fill(newSlug)
    await desk.save()
    await desk.publish()
    await expect.poll(async () => (await request.get(newAddress)).status(), SOON).toBe(200)
    await expect.poll(async () => (await request.get(address, { maxRedirects: 0 })).status(), SOON).toBe(301)
    await reader.goto(address)
    await expect(reader).toHaveURL(newAddress)
    await reader.goto('/news/')
    await expect(reader.getByRole('link', { name: article.title })).toHaveAttribute('href', newAddress)
  })

  await test.step('unpublished, it is gone from everywhere', async () => {
    await desk.unpublish()
    for (const path of [address, newAddress])
      await expect.poll(async () => (await request.get(path)).status(), SOON).toBe(404)
    for (const path of ['/news/', '/', '/rss.xml', '/news/rss.xml']) {
      await expect.poll(async () => (await request.get(path)).text(), SOON).not.toContain(article.title)
    }
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('what is typed in the desk is Beijing time, wherever the browser is', async ({ browser, system }) => {
  const abroad = await browser.newContext({ timezoneId: 'America/New_York', locale: 'zh-CN' })
  const desk = new Desk(await abroad.newPage(), system.deskUrl)
  await desk.logIn(system.accountOf('审核人'))
  await desk.openArticle('支部建到隧道口')
  // the sample says 2026-11-18T11:10:00+08:00
  await expect(
    desk.page
      .getByRole('group', { name: /^显示日期/ })
      .getByRole('combobox')
      .last(),
  ).toHaveValue('11:10')
  await abroad.close()
})
