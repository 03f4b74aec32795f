/** Every function by the keyboard alone: everything is reached, the focus is always seen, and nothing holds it. */
import type { Page } from '@playwright/test'
import { kindsOfPages } from './setup/kinds-of-pages.ts'
import { type Look, openLook } from './setup/look.ts'
import { expect, test } from './setup/test.ts'

const MOST_STOPS = 400

/** What has the focus, and what is wrong with how it shows; null at the end of the page. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { width, height, left, top } = element.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const name = `${element.tagName} ${element.textContent?.trim().slice(0, 20) || element.getAttribute('aria-label')}`
    const problems = []
    if (width < 24 || height < 20) problems.push(`${width} × ${height} px`)
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) problems.push('no outline')
    // a link that breaks over lines has its middle elsewhere
    const [first = element.getBoundingClientRect()] = element.getClientRects()
    // the middle of what is taller than the window may lie below it
    const middle = Math.min(first.top + first.height / 2, window.innerHeight - 1)
    const there = document.elementFromPoint(first.left + first.width / 2, middle)
    if (!there || !(element.contains(there) || there.contains(element)))
      problems.push(`covered by ${there?.tagName}.${there?.className} at ${left},${top}`)
    element.setAttribute('data-reached', '')
    return { name, problems }
  })

async function walk(page: Page): Promise<string[]> {
  const problems: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (!now) break
    for (const problem of now.problems) problems.push(`${now.name}: ${problem}`)
    if (stop === MOST_STOPS - 1) problems.push(`${now.name}: a trap`)
  }
  const missed = await page
    .locator('a[href]:visible, button:visible, summary:visible, input:visible, select:visible, [tabindex="0"]:visible')
    .evaluateAll((elements) =>
      elements.filter((one) => !one.hasAttribute('data-reached')).map(({ outerHTML }) => outerHTML.slice(0, 120)),
    )
  return [...problems, ...missed.map((html) => `never reached: ${html}`)]
}

const walks: [Look, number][] = [
  ['light', 1280],
  ['care', 360],
]
for (const [look, width] of walks)
  test(`the Tab key reaches everything: ${look}, ${width} px`, async ({ browser, request }) => {
    test.slow()
    const context = await openLook(browser, look, { viewport: { width, height: 900 } })
    const page = await context.newPage()
    for (const [kind, address] of await kindsOfPages(request)) {
      // the player of a film has stops of its own within
      if (kind === 'lesson with a film') continue
      await page.goto(address)
      expect.soft(await walk(page), `${kind} ${address}`).toEqual([])
    }
    await context.close()
  })

test('a reader goes past the menus into the text', async ({ page }) => {
  await page.goto('/news/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
})

test('the menu of a phone opens, leads on and closes by keys', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/news/')
  const summary = page.locator('.menu summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.menu-panel')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(page.locator('.menu-panel')).toBeHidden()
  await expect(summary).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '政策法规', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/policies\/$/)
})

test('lists, pages of lists and contents are followed by keys', async ({ page, request }) => {
  await page.goto('/news/')
  await page.locator('main .archive a').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/news\/[^/]+\/$/)
  await page.goto('/policies/')
  await page.getByRole('link', { name: '更早的内容' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/policies\/p\/\d+\/$/)
  await page.goto('/admission/')
  const entry = page.getByRole('navigation', { name: '目录' }).getByRole('link').nth(1)
  const target = String(await entry.getAttribute('href'))
  await entry.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(`[id="${target.slice(1)}"]`)).toBeInViewport()
  expect((await request.get('/admission/')).status()).toBe(200)
})
