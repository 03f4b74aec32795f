/** Readers search: with and without script, by keyboard, on a phone; what was published a moment ago is there. */
import type { Page } from '@playwright/test'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [50], timeout: 15_000 }
const hits = (page: Page) => page.locator('ol.hits > li')
const field = (page: Page) => page.getByRole('main').getByRole('searchbox')
const combobox = (page: Page) => page.getByRole('main').getByRole('combobox')
const countOf = async (page: Page) => Number(/找到 (\d+) 条结果/.exec(await page.getByRole('status').innerText())?.[1])

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a form finds, marks, narrows and pages', async ({ page }) => {
    await page.goto('/search/')
    await expect(page.getByRole('heading', { name: '怎么搜' })).toBeVisible()
    await field(page).fill('黨員')
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click()
    await expect(page).toHaveTitle(/^“黨員”的搜索结果/)
    const all = await countOf(page)
    expect(all).toBeGreaterThan(10)
    await expect(hits(page)).toHaveCount(10)
    for (const hit of await hits(page).all()) await expect(hit.locator('mark').first()).toHaveText('党员')

    await page.getByRole('navigation', { name: '分页' }).getByRole('link', { name: '下一页' }).click()
    await expect(page.getByRole('status')).toContainText('第 2 页')
    await expect(page.locator('ol.hits')).toHaveAttribute('start', '11')

    await page
      .getByRole('region', { name: '按栏目缩小范围' })
      .getByRole('link', { name: /^党建要闻/ })
      .click()
    const ofColumn = await countOf(page)
    expect(ofColumn).toBeLessThan(all)
    for (const hit of await hits(page).all()) await expect(hit.locator('.hit-facts')).toHaveText(/^党建要闻 20\d\d-/)
    await page.getByRole('link', { name: '最新的在前' }).click()
    expect(await countOf(page)).toBe(ofColumn)
    const days = await hits(page).locator('time').allTextContents()
    expect(days).toEqual(days.toSorted().reverse())
    await page.getByRole('link', { name: '去掉栏目“党建要闻”' }).click()
    expect(await countOf(page)).toBe(all)
  })

  test('policies can be narrowed by validity and year, and say what they are', async ({ page }) => {
    await page.goto('/search/?q=法&column=policies')
    const validity = page.getByRole('region', { name: '按文件效力缩小范围' })
    await validity.getByRole('link', { name: /^现行有效/ }).click()
    for (const hit of await hits(page).all()) await expect(hit.locator('.badge')).toHaveText('现行有效')
    await page.getByRole('region', { name: '按年份缩小范围' }).getByRole('link').first().click()
    const years = await hits(page).locator('time').allTextContents()
    expect(new Set(years.map((day) => day.slice(0, 4))).size).toBe(1)
  })

  test('nothing found, too much asked, nothing asked', async ({ page }) => {
    await page.goto('/search/?q=没有这样的内容&year=2020')
    await expect(page.getByRole('status')).toHaveText('没有找到符合的内容。')
    await expect(page.getByRole('link', { name: /^在全站搜索/ })).toBeVisible()
    const tooLong = await page.goto(`/search/?q=${'党'.repeat(101)}`)
    expect(tooLong?.status()).toBe(400)
    await expect(page.getByRole('alert')).toContainText('不超过 100 个字')
    for (const query of ['', '?q=', '?q=%20%E3%80%80', '?page=9', '?q[]=x']) {
      expect((await page.goto(`/search/${query}`))?.status(), query).toBe(200)
      await expect(page.getByRole('heading', { name: '怎么搜' }), query).toBeVisible()
    }
    await page.goto('/search/?q=<script>alert(1)</script>')
    await expect(field(page)).toHaveValue('<script>alert(1)</script>')
  })

  for (const width of [320, 360, 768, 1280]) {
    test(`nothing stands out sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      for (const query of ['', '?q=党', '?q=法&column=policies', `?q=${'长'.repeat(99)}`]) {
        await page.goto(`/search/${query}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(width)
      }
    })
  }
})

test('suggestions are chosen by keyboard, or left alone', async ({ page }) => {
  await page.goto('/search/')
  await combobox(page).pressSequentially('党费')
  const list = page.getByRole('listbox', { name: '建议' })
  await expect(list).toBeVisible()
  await expect(combobox(page)).toHaveAttribute('aria-expanded', 'true')
  const options = list.getByRole('option')

  await combobox(page).press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(combobox(page)).toHaveAttribute(
    'aria-activedescendant',
    String(await options.first().getAttribute('id')),
  )
  await combobox(page).press('ArrowUp')
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0)
  await combobox(page).press('Escape')
  await expect(list).toBeHidden()
  await expect(combobox(page)).toHaveValue('党费')

  await combobox(page).press('ArrowDown')
  await combobox(page).press('ArrowDown')
  const chosen = await list.getByRole('option', { selected: true }).getAttribute('data-href')
  await combobox(page).press('Enter')
  await page.waitForURL(`**${chosen}`)

  await page.goto('/search/')
  await combobox(page).fill('党费')
  await expect(list).toBeVisible()
  await combobox(page).press('Enter')
  await page.waitForURL('**/search/?q=*')
  expect(await countOf(page)).toBeGreaterThan(0)
})

test('suggestions refuse nothing and betray nothing', async ({ request }) => {
  for (const query of ['', '?q=', '?q[a]=1', `?q=${'x'.repeat(1500)}`, '?q=%00', '?q="*'])
    expect((await (await request.get(`/search/suggest${query}`)).json()).data, query).toEqual([])
  const { data } = await (await request.get('/search/suggest?q=法')).json()
  expect(data.length).toBeGreaterThan(0)
  expect(Object.keys(data[0]).sort()).toEqual(['href', 'note', 'text'])
})

test('answers are kept by nobody and the 404 page can search', async ({ page, request }) => {
  const { headers } = await request.get('/search/?q=党').then((answer) => ({ headers: answer.headers() }))
  expect([headers['cache-control'], headers['x-robots-tag']]).toEqual(['no-store', 'noindex'])
  await page.goto('/nowhere/')
  await field(page).fill('党费')
  await field(page).press('Enter')
  await page.waitForURL('**/search/?q=*')
})

test('what is published is found at once, and no more when it is taken down', async ({ page, request, system }) => {
  const desk = new Desk(page, system.deskUrl)
  const title = '盾构机拆检现场的微党课'
  const word = '刀盘磨损量'
  const found = async () => (await (await request.get(`/search/?q=${word}`)).text()).includes(title)
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle({ title, column: '党建要闻', body: `现场记下${word}三毫米。`, slug: 'cutter-head' })
  expect(await found()).toBe(false)
  await desk.publish()
  await expect.poll(found, SOON).toBe(true)
  await desk.unpublish()
  await expect.poll(found, SOON).toBe(false)
})
