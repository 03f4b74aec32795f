/** 党费计算器: from the column to a result, by keyboard, without script, on paper, and when the server is away. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './setup/test.ts'

const PAGE = '/calculator/'

test('leads from the column to a result, for each kind of member', async ({ page }) => {
  await page.goto('/dues/')
  await page.getByRole('link', { name: /打开党费计算器/ }).click()
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`))
  await expect(page.getByRole('navigation', { name: '当前位置' })).toContainText('党费缴纳')

  const category = page.getByLabel('您是哪一类党员')
  const base = page.getByRole('textbox', { name: /（元）$/ })
  const calculate = page.getByRole('button', { name: '计算' })
  const slip = page.getByRole('region', { name: '每月应交党费' })
  const due = slip.locator('.dues-due')

  await test.step('pay', async () => {
    await base.fill('3456.78')
    await calculate.click()
    await expect(due).toHaveText('34.57 元')
    await expect(slip).toContainText('3456.78元 × 1%')
    await expect(slip).toContainText('第二条')
    await expect(slip.getByRole('status')).toHaveText('每月应交党费34.57元。')
  })

  await test.step('another amount takes the old result away', async () => {
    await base.fill('80000')
    await expect(due).toBeHidden()
    await expect(slip.getByRole('status')).toBeEmpty()
    await base.press('Enter')
    await expect(due).toHaveText('1600.00 元')
    await expect(slip.getByRole('status')).toContainText('请报支部提出意见')
  })

  await test.step('as people type on a Chinese keyboard', async () => {
    await base.fill('３，４５６。７８元')
    await expect(due).toBeHidden()
    await base.press('Enter')
    await expect(due).toHaveText('34.57 元')
  })

  await test.step('a pension', async () => {
    await category.selectOption({ label: '离退休' })
    await expect(page.getByLabel('当月实际领取的离退休费或养老金（元）')).toBeVisible()
    await base.fill('5000.01')
    await calculate.click()
    await expect(due).toHaveText('50.00 元')
    await expect(slip).toContainText('第五条')
  })

  await test.step('a student is asked for nothing', async () => {
    await category.selectOption({ label: '学生' })
    await expect(base).toBeHidden()
    await calculate.click()
    await expect(due).toHaveText('0.20 元')
    await expect(slip).toContainText('第六条')
  })

  await test.step('a farmer chooses, or has the least amount', async () => {
    await category.selectOption({ label: '农民' })
    await base.fill('0.50')
    await calculate.click()
    await expect(due).toHaveText('0.50 元')
    await base.fill('')
    await calculate.click()
    await expect(due).toHaveText('0.20 元')
    await expect(slip).toContainText('还没有选定金额')
  })
})

test('says beside the field what is wrong, and lets it be put right', async ({ page }) => {
  await page.goto(PAGE)
  const base = page.getByRole('textbox', { name: '每月交纳基数（元）' })
  const problem = page.getByRole('alert')
  for (const [typed, words] of [
    ['', '请填写基数'],
    ['-5', '不能是负数'],
    ['3456.789', '两位小数'],
    ['1e3', '科学记数法'],
    ['3万', '只能写数字'],
    ['1000000000000000000', '基数太大'],
  ] as const) {
    await base.fill(typed)
    await base.press('Enter')
    await expect(problem, typed).toContainText(words)
    await expect(base).toHaveAttribute('aria-invalid', 'true')
    await expect(base).toHaveAccessibleDescription(new RegExp(words))
    await expect(base).toBeFocused()
  }
  await base.fill('3000')
  await expect(problem).toBeHidden()
  await expect(base).not.toHaveAttribute('aria-invalid')
  await base.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '每月应交党费15.00元。' })).toBeAttached()
})

test('works by keyboard alone, and what was typed stays on the page', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`),
  )
  await page.goto(PAGE)
  await page.getByLabel('您是哪一类党员').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type('4500')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '计算' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator('.dues-due')).toHaveText('45.00 元')
  expect(sent.filter((one) => one.includes('dues/quote'))).toEqual(['POST /api/dues/quote'])
  expect(sent.filter((one) => one.includes('4500'))).toEqual([])
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`))
  expect(await page.evaluate(() => Object.values({ ...localStorage, ...sessionStorage }).join())).not.toContain('4500')
})

test('does not show an answer to what is no longer in the form', async ({ page }) => {
  const held: (() => Promise<void>)[] = []
  await page.route('**/api/dues/quote', async (route) => {
    await new Promise<void>((resolve) => held.push(async () => resolve()))
    await route.continue()
  })
  await page.goto(PAGE)
  const base = page.getByRole('textbox').last()
  const due = page.locator('.dues-due')
  await base.fill('3000')
  await base.press('Enter')
  await base.fill('4500')
  await base.press('Enter')
  await expect.poll(() => held.length).toBe(2)
  // the second is answered first
  const answered = () => page.waitForResponse('**/api/dues/quote')
  await Promise.all([answered(), held[1]?.()])
  await expect(due).toHaveText('45.00 元')
  await Promise.all([answered(), held[0]?.()])
  await base.press('End')
  await expect(due).toHaveText('45.00 元')
})

test('says so when nothing answers', async ({ page }) => {
  await page.route('**/api/dues/quote', (route) => route.abort())
  await page.goto(PAGE)
  await page.getByRole('textbox').last().fill('3000')
  await page.getByRole('button', { name: '计算' }).click()
  await expect(page.getByRole('alert')).toContainText('没有连上服务器')
})

test('without script is its tables and examples', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(PAGE)
  await expect(page.getByRole('button', { name: '计算' })).toBeHidden()
  await expect(page.getByText('请对照下面的表自己算')).toBeVisible()
  await expect(page.getByRole('row', { name: '3000元以上至5000元 1%' })).toBeVisible()
  await expect(page.getByRole('row', { name: /3456\.78×1% 34\.57/ })).toBeVisible()
  await context.close()
})

test('prints the slip and the tables, and no form', async ({ page }) => {
  await page.goto(PAGE)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('结果显示在这里')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('textbox').last().fill('3456.78')
  await page.getByRole('textbox').last().press('Enter')
  await expect(page.locator('.dues-due')).toHaveText('34.57 元')
  await expect(page.locator('.dues-due')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.dues-due')).toHaveText('34.57 元')
  await expect(page.locator('.dues-due')).toBeVisible()
  await expect(page.getByRole('button', { name: '计算' })).toBeHidden()
  await expect(page.getByRole('table').first()).toBeVisible()
})

test('fits 320 pixels, moves nothing, and has no barrier that a program finds', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(PAGE)
  await page.getByRole('textbox').last().fill('9999999.99')
  await page.getByRole('textbox').last().press('Enter')
  await expect(page.getByText('200000.00', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
