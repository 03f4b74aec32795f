/** What readers do with the parts of a page: the menu, the contents, the pictures, the chapters, narrow screens, paper. */
import { expect, test } from './setup/test.ts'

const NARROW = { width: 320, height: 640 }
const PHONE = { width: 360, height: 780 }
const DESK = { width: 1280, height: 800 }
const POLICY = '/policies/20220420-01/'
const LESSON = '/lessons/20260916-01/'

const kinds = [
  ...['/', '/news/', '/policies/', '/lessons/', '/microblog/', '/representatives/', '/links/', '/contact/', '/dues/'],
  ...['/dynamics/', '/organization/', '/news/p/1/', '/news/20261118-01/', '/theory/20251113-01/', POLICY, LESSON],
  ...['/cadres/20260608-01/', '/talent/20251105-01/', '/speeches/20261121-01/', '/microblog/20261123-01/'],
  ...['/representatives/chen-shouzhuo/', '/pages/', '/pages/accessibility/', '/nowhere/', '/styleguide/'],
]

test('no kind of page scrolls sideways at 320 px, or is stretched at 1920 px', async ({ page }) => {
  for (const address of kinds) {
    await page.setViewportSize(NARROW)
    await page.goto(address)
    const needed = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(needed, `${address} scrolls sideways`).toBeLessThanOrEqual(NARROW.width)
    await page.setViewportSize({ width: 1920, height: 1000 })
    const widest = await page
      .locator('.prose > p:not(.quiet, .signature), .lead-in')
      .evaluateAll((texts) =>
        Math.max(0, ...texts.map((text) => text.clientWidth / Number.parseFloat(getComputedStyle(text).fontSize))),
      )
    expect(widest, `${address} has lines of ${widest} characters`).toBeLessThanOrEqual(44)
  }
})

test('lines of a text are a whole number of characters wide', async ({ page }) => {
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/news/20261118-01/')
    const characters = await page
      .locator('.prose')
      .evaluate((text) => text.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(text).fontSize))
    expect(Math.abs(characters - Math.round(characters)), `${characters} at ${width} px`).toBeLessThan(0.01)
    expect(characters).toBeLessThanOrEqual(40)
  }
})

test('the menu of a phone opens, leads on and closes by keyboard', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto('/news/')
  const menu = page.getByRole('navigation', { name: '全部栏目' })
  await expect(menu).toBeHidden()
  await page.locator('.menu summary').focus()
  await page.keyboard.press('Enter')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('link').first()).toBeFocused()
  await page.locator('.menu summary').focus()
  await page.keyboard.press('Space')
  await expect(menu).toBeHidden()
  await page.keyboard.press('Enter')
  await menu.getByRole('link', { name: '政策法规' }).press('Enter')
  await expect(page).toHaveURL(/\/policies\/$/)
})

test('words are sent to the search page by a plain form', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESK })
  const page = await context.newPage()
  await page.goto('/news/')
  await page.getByRole('searchbox', { name: '搜索全站' }).fill('党费 2026')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=%E5%85%9A%E8%B4%B9\+2026$/)
  await context.close()
})

test('contents stay in view on a desk and fold on a phone', async ({ page }) => {
  await page.setViewportSize(DESK)
  await page.goto(POLICY)
  const contents = page.getByRole('navigation', { name: '目录' })
  await contents.getByRole('link', { name: '第八章' }).click()
  await expect(page.getByRole('heading', { name: '第八章' })).toBeInViewport()
  await expect(contents).toBeInViewport()
  await page.setViewportSize(PHONE)
  await page.goto(POLICY)
  await expect(contents).toBeHidden()
  await page.locator('summary', { hasText: '目录' }).press('Enter')
  await expect(contents).toBeVisible()
  await contents.getByRole('link', { name: '第二章' }).press('Enter')
  await expect(page.getByRole('heading', { name: '第二章' })).toBeInViewport()
})

test('a revised text stands beside the one before, article by article', async ({ page }) => {
  await page.goto('/policies/20241225-01/')
  const comparison = page.locator('details', { hasText: '与上一版对照' })
  await comparison.locator('summary').press('Enter')
  await expect(comparison.getByRole('row').nth(1)).toContainText('第一条')
  await expect(comparison.getByRole('deletion').first()).toBeVisible()
  await expect(comparison.getByRole('insertion').first()).toBeVisible()
})

test('pictures are looked through by keyboard, and the focus comes back', async ({ page }) => {
  await page.goto('/microblog/')
  const several = page.locator('.pictures', { has: page.locator('li:nth-child(3)') }).first()
  const links = several.getByRole('link')
  const total = await links.count()
  await links.nth(1).focus()
  await page.keyboard.press('Enter')
  const viewer = page.getByRole('dialog', { name: '查看图片' })
  await expect(viewer).toBeVisible()
  await expect(viewer).toContainText(`2 / ${total}`)
  await page.keyboard.press('ArrowRight')
  await expect(viewer).toContainText(`3 / ${total}`)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(viewer).toContainText(`${total} / ${total}`)
  await expect(viewer.getByRole('img')).toHaveAttribute(
    'src',
    String(await links.last().evaluate((link: HTMLAnchorElement) => link.href)),
  )
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(links.nth(1)).toBeFocused()
})

test('without script a picture opens by itself, and a chapter names its place', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESK })
  const page = await context.newPage()
  await page.goto('/microblog/')
  await page.locator('.pictures a').first().click()
  await expect(page).toHaveURL(/\/uploads\/.+\.(?:webp|jpe?g|png)$/)
  await page.goto(LESSON)
  const chapters = page.getByRole('navigation', { name: '章节' }).getByRole('link')
  await expect(chapters.nth(1)).toHaveAttribute('href', /\.mp4#t=8$/)
  await context.close()
})

test('a chapter moves the player', async ({ page }) => {
  await page.setViewportSize(DESK)
  await page.goto(LESSON)
  const video = page.locator('video')
  await expect(video).toHaveAttribute('preload', 'none')
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true
  })
  const chapter = page.getByRole('navigation', { name: '章节' }).getByRole('link').nth(2)
  await chapter.press('Enter')
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThanOrEqual(16)
  await expect(chapter).toHaveAttribute('aria-current', 'true')
})

test('the style guide shows chapters with a player that follows them', async ({ page }) => {
  await page.goto('/styleguide/')
  const recording = page.getByLabel('示例录音')
  const chapter = page.getByRole('navigation', { name: '章节' }).getByRole('link').nth(2)
  await chapter.press('Enter')
  await expect
    .poll(() => recording.evaluate((element: HTMLAudioElement) => element.currentTime))
    .toBeGreaterThanOrEqual(25)
  await expect(chapter).toHaveAttribute('aria-current', 'true')
})

test('a public notice says its period, and that it is over', async ({ page }) => {
  await page.goto('/cadres/20260608-01/')
  await expect(page.getByText('公示期：2026年6月8日至2026年6月12日')).toBeVisible()
  await expect(page.getByText('公示期已满')).toBeVisible()
})

test('on paper stand source, date and address, and nothing to click', async ({ page }) => {
  await page.goto('/news/20261118-01/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.origin')).toBeVisible()
  await expect(page.locator('.origin')).toContainText('/news/20261118-01/')
  for (const part of ['.search', '.tools', '.navigation', '.footer', 'aside', '.neighbours'])
    await expect(page.locator(part)).toBeHidden()
})

test('the style guide is for those who know of it', async ({ page, request }) => {
  await page.goto('/styleguide/')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0)
  expect(await (await request.get('/')).text()).not.toContain('/styleguide/')
})
