/** WCAG 2.2 AA by axe and by measure: every kind of page, in every look, on a phone and on a desktop. */
import AxeBuilder from '@axe-core/playwright'
import { kindsOfPages } from './setup/kinds-of-pages.ts'
import { looks, openLook } from './setup/look.ts'
import { expect, test } from './setup/test.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { width: 360, height: 800 }
const DESKTOP = { width: 1280, height: 900 }
/** 1280 px at 400 % */
const ZOOMED = { width: 320, height: 256 }

/** each look and each width with every kind of page; not every pair, which would tell nothing more */
for (const [look, viewport] of [
  ['light', PHONE],
  ['light', DESKTOP],
  ['dark', PHONE],
  ['care', PHONE],
  ['care, dark', DESKTOP],
] as const)
  test(`axe finds nothing: ${look}, ${viewport.width} px`, async ({ browser, request }) => {
    test.slow()
    const context = await openLook(browser, look, { viewport })
    const page = await context.newPage()
    for (const [kind, address] of await kindsOfPages(request)) {
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
      )
      expect.soft(found, `${kind} ${address}`).toEqual([])
    }
    await context.close()
  })

test('axe finds nothing in the open settings and the open menu', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto('/news/')
  for (const name of ['阅读设置', '栏目']) {
    await page.locator('summary').filter({ hasText: name }).click()
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
    expect(violations, name).toEqual([])
  }
})

for (const look of Object.keys(looks) as (keyof typeof looks)[])
  test(`nothing scrolls sideways at 400 %: ${look}`, async ({ browser, request }) => {
    const context = await openLook(browser, look, { viewport: ZOOMED })
    const page = await context.newPage()
    for (const [kind, address] of await kindsOfPages(request)) {
      await page.goto(address)
      const needed = await page.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(needed, `${kind} ${address}`).toBeLessThanOrEqual(ZOOMED.width)
    }
    await context.close()
  })

test('text may stand as wide apart as readers need it', async ({ browser, request }) => {
  const context = await browser.newContext({ viewport: PHONE, bypassCSP: true })
  const page = await context.newPage()
  for (const [kind, address] of await kindsOfPages(request)) {
    await page.goto(address)
    await page.addStyleTag({
      content:
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    })
    const needed = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(needed, `${kind} ${address}`).toBeLessThanOrEqual(PHONE.width)
  }
  await context.close()
})

test('nothing moves for readers who want no motion', async ({ page, request }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [kind, address] of await kindsOfPages(request)) {
    await page.goto(address)
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('body *')].filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
          return (
            parseFloat(transitionDuration) > 0 || (animationName || 'none') !== 'none' || scrollBehavior === 'smooth'
          )
        }).length,
    )
    expect(moving, `${kind} ${address}`).toBe(0)
  }
})

test('forced colours keep the focus, the current place and the edges of buttons', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/news/')
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name)
  await page.goto('/vanguard/')
  expect(await style('.module-link[aria-current]', 'border-bottom-style')).toBe('solid')
  await page.locator('.module-link').first().focus()
  expect(
    await page
      .locator('.module-link')
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle),
  ).not.toBe('none')
  await page.goto('/nowhere/')
  expect(await style('.button', 'border-top-style')).toBe('solid')
})

test('every page says its language, its title, its parts, and its headings in order', async ({ page, request }) => {
  const titles = new Set<string>()
  const kinds = await kindsOfPages(request)
  for (const [kind, address] of kinds) {
    await page.goto(address)
    await expect(page.locator('html'), kind).toHaveAttribute('lang', 'zh-CN')
    titles.add(await page.title())
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      await expect(page.getByRole(role), `${role} of ${kind}`).toHaveCount(1)
    await expect(page.getByRole('navigation', { name: '主导航' }), kind).toHaveCount(1)
    const levels = await page
      .locator('h1:visible, h2:visible, h3:visible, h4:visible')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])))
    expect(levels[0], kind).toBe(1)
    for (const [n, level] of levels.entries())
      expect.soft(level - (levels[n - 1] ?? level), `headings of ${kind} ${address}: ${levels}`).toBeLessThanOrEqual(1)
    const unheaded = await page
      .locator('main table')
      .evaluateAll(
        (tables) =>
          tables.filter((table) => [...table.querySelectorAll('th')].some((cell) => !cell.hasAttribute('scope')))
            .length,
      )
    expect(unheaded, kind).toBe(0)
  }
  expect(titles.size).toBe(kinds.size)
})
