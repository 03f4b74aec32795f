/** How readers set pages for their eyes and ears: kept on the device, there before the first paint, and of use without script. */
import type { Page } from '@playwright/test'
import { DeskApi } from './setup/desk-api.ts'
import { kindsOfPages } from './setup/kinds-of-pages.ts'
import { expect, test } from './setup/test.ts'

const rootSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const settings = (page: Page) => page.locator('.display summary')
const LIGHT = 'rgb(250, 247, 241)'
const DARK = 'rgb(23, 20, 18)'

test('settings are made by keys, hold on other pages and in other windows, and go back', async ({ page, context }) => {
  await page.goto('/news/')
  await settings(page).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '特大' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: '深色' }).check()
  await expect(page.locator('.display-panel').getByRole('status')).toHaveText('已保存在这台设备上。')
  await page.keyboard.press('Escape')
  await expect(settings(page)).toBeFocused()
  expect([await rootSize(page), await paper(page)]).toEqual(['20px', DARK])
  const other = await context.newPage()
  await other.goto('/policies/')
  expect([await rootSize(other), await paper(other)]).toEqual(['20px', DARK])
  await settings(other).click()
  await expect(other.getByRole('radio', { name: '特大' })).toBeChecked()
  await other.getByRole('button', { name: '恢复默认' }).click()
  expect([await rootSize(other), await paper(other)]).toEqual(['16px', LIGHT])
  await expect.poll(() => rootSize(page)).toBe('16px')
})

test('light holds where the system is dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/news/')
  expect(await paper(page)).toBe(DARK)
  await settings(page).click()
  await page.getByRole('radio', { name: '浅色' }).check()
  expect(await paper(page)).toBe(LIGHT)
})

test('关怀版 makes text large, controls big and the page simple, and is left again', async ({ page, request }) => {
  const article = String((await kindsOfPages(request)).get('article'))
  await page.goto(article)
  await page.getByRole('banner').getByRole('link', { name: '关怀版' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: '标准版' })).toBeFocused()
  await page.goto(article)
  expect(await rootSize(page)).toBe('20px')
  const text = page.locator('.prose p').first()
  await expect(text).toHaveCSS('font-size', '24px')
  await expect(text).toHaveCSS('text-align', 'left')
  for (const control of await page.locator('.tool:visible, .button:visible, .neighbours a').all())
    expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(60)
  const [main, aside] = [await page.locator('article').boundingBox(), await page.locator('aside').boundingBox()]
  expect(aside?.y, 'one column').toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0))
  await page.getByRole('banner').getByRole('link', { name: '标准版' }).click()
  expect(await rootSize(page)).toBe('16px')
  await page.goto('/')
  expect(await rootSize(page)).toBe('16px')
})

test('nothing flashes: the first paint has what was chosen', async ({ context }) => {
  await context.addInitScript(() => {
    localStorage.setItem('display', JSON.stringify({ care: 'on', theme: 'dark' }))
    new PerformanceObserver((list) => {
      const painted = list.getEntries().find(({ name }) => name === 'first-paint')
      if (painted) Object.assign(window, { firstPaint: painted.startTime })
    }).observe({ type: 'paint', buffered: true })
    new MutationObserver(() => {
      if (!document.body || 'atBody' in window) return
      const { dataset } = document.documentElement
      const sheets = [...document.querySelectorAll<HTMLLinkElement>('head link[rel=stylesheet]')]
      const isCare = sheets.some(({ href }) => href.includes('reading-aids'))
      Object.assign(window, { atBody: { care: dataset.care, theme: dataset.theme, isCare } })
    }).observe(document, { childList: true, subtree: true })
  })
  const page = await context.newPage()
  await page.goto('/news/')
  await expect.poll(() => page.evaluate(() => 'firstPaint' in window)).toBe(true)
  const { atBody, firstPaint, loaded, shifts } = await page.evaluate(() => {
    const { atBody, firstPaint } = window as unknown as { atBody: object; firstPaint: number }
    const entry = performance
      .getEntriesByType('resource')
      .find(({ name }) => name.includes('reading-aids')) as PerformanceResourceTiming
    const shifts = performance.getEntriesByType('layout-shift').length
    return { atBody, firstPaint, loaded: entry.responseEnd, shifts }
  })
  expect(atBody).toEqual({ care: 'on', theme: 'dark', isCare: true })
  expect(loaded).toBeLessThan(firstPaint)
  expect(shifts).toBe(0)
})

test('without script, 关怀版 holds for the page that is open', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto('/news/')
  await expect(settings(page)).toBeHidden()
  await page.getByRole('banner').getByRole('link', { name: '关怀版' }).click()
  await expect(page.locator('html')).toHaveCSS('font-size', '20px')
  await page.getByRole('banner').getByRole('link', { name: '标准版' }).click()
  await expect(page.locator('html')).toHaveCSS('font-size', '16px')
  await context.close()
})

test('whoever may store nothing still sets the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('forbidden')
      },
    })
  })
  await page.goto('/news/')
  await settings(page).click()
  await page.getByRole('radio', { name: '超大' }).check()
  expect(await rootSize(page)).toBe('24px')
})

test.describe('reading aloud', () => {
  /** A voice that says nothing, and notes what it was given; each sentence ends when the test says so. */
  const speak = (page: Page, voices = ['en-US', 'zh-CN']) =>
    page.addInitScript((langs) => {
      const spoken: { text: string; rate: number; lang: string; end: () => void }[] = []
      const voices = langs.map((lang) => ({ lang, localService: true, name: lang }))
      class Utterance {
        text: string
        rate = 1
        lang = ''
        voice: { lang: string } | null = null
        onend?: () => void
        constructor(text: string) {
          this.text = text
        }
      }
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => voices,
        cancelled: 0,
        cancel: () => {
          synthesis.cancelled += 1
        },
        speak: (one: Utterance) =>
          spoken.push({ text: one.text, rate: one.rate, lang: one.voice?.lang ?? one.lang, end: () => one.onend?.() }),
      })
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
      Object.assign(window, { spoken })
    }, voices)
  type Spoken = { text: string; rate: number; lang: string; end: () => void }[]
  const last = (page: Page) =>
    page.evaluate(() => {
      const { spoken } = window as unknown as { spoken: Spoken }
      const { text = '', rate = 0, lang = '' } = spoken.at(-1) ?? {}
      return { text, rate, lang, count: spoken.length }
    })
  const end = (page: Page) => page.evaluate(() => (window as unknown as { spoken: Spoken }).spoken.at(-1)?.end())

  test('goes through the text, marks where it is, pauses, hurries and stops', async ({ page, request }) => {
    await speak(page)
    await page.goto(String((await kindsOfPages(request)).get('article')))
    const title = String(await page.locator('h1').textContent())
    await page.getByRole('button', { name: '朗读全文' }).click()
    const bar = page.getByRole('region', { name: '朗读' })
    await expect(bar.getByRole('button', { name: '暂停' })).toBeFocused()
    expect(await last(page)).toEqual({
      text: expect.stringContaining(title.slice(0, 5)),
      rate: 1,
      lang: 'zh-CN',
      count: 1,
    })
    await expect(page.locator('.being-read')).toHaveText(title)
    while ((await page.locator('.prose .being-read').count()) === 0) await end(page)
    await expect(page.locator('.being-read')).toBeInViewport()
    const { text, count } = await last(page)
    await bar.getByRole('button', { name: '暂停' }).click()
    await end(page)
    expect((await last(page)).count, 'paused').toBe(count)
    await bar.getByRole('button', { name: '继续' }).click()
    expect((await last(page)).text, 'goes on with the sentence it left').toBe(text)
    await bar.getByRole('combobox', { name: '语速' }).selectOption('很快')
    expect(await last(page)).toMatchObject({ text, rate: 1.5 })
    await page.keyboard.press('Escape')
    await expect(bar).toBeHidden()
    await expect(page.locator('.being-read')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '朗读全文' })).toBeFocused()
  })

  test('falls silent when the page is left', async ({ page }) => {
    await speak(page)
    await page.goto('/news/')
    await settings(page).click()
    await page.getByRole('button', { name: '朗读本页' }).click()
    await expect(page.getByRole('region', { name: '朗读' })).toBeVisible()
    const cancelled = await page.evaluate(() => {
      const synthesis = speechSynthesis as unknown as { cancelled: number }
      const before = synthesis.cancelled
      dispatchEvent(new PageTransitionEvent('pagehide'))
      return synthesis.cancelled - before
    })
    expect(cancelled).toBe(1)
  })

  test('says so where the device has no Chinese voice', async ({ page }) => {
    await speak(page, ['en-US'])
    await page.goto('/news/')
    await settings(page).click()
    await page.getByRole('button', { name: '朗读本页' }).click()
    await expect(page.getByRole('region', { name: '朗读' }).getByRole('status')).toContainText('没有装中文语音')
  })

  test('is not offered where the browser cannot speak', async ({ page, request }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'))
    await page.goto(String((await kindsOfPages(request)).get('article')))
    await expect(page.getByRole('button', { name: '朗读全文' })).toBeHidden()
    await settings(page).click()
    await expect(page.getByRole('button', { name: '朗读本页' })).toBeHidden()
  })
})

test('the portal turns grey at its second and back, without another page written', async ({
  page,
  request,
  system,
}) => {
  const desk = await DeskApi.logIn(request, system.deskUrl, system.accountOf('平台管理员'))
  const filter = () => page.evaluate(() => getComputedStyle(document.documentElement).filter)
  const style = async () => (await request.get('/mourning.css')).text()
  const front = async () => (await request.get('/news/')).headers().etag
  const before = await front()
  const [from, until] = [Date.now() + 4000, Date.now() + 12_000]
  const times = { greyFrom: new Date(from).toISOString(), greyUntil: new Date(until).toISOString() }
  await desk.saveSingle('site-setting', { ...times, greyScope: 'wholeSite' })
  expect(await style()).not.toContain('grayscale')
  await expect.poll(style, { intervals: [100] }).toContain('grayscale')
  expect(Math.abs(Date.now() - from)).toBeLessThan(1500)
  await page.goto('/news/')
  expect(await filter()).toBe('grayscale(1)')
  await expect.poll(style, { intervals: [100] }).not.toContain('grayscale')
  expect(Math.abs(Date.now() - until)).toBeLessThan(1500)
  expect(await front(), 'no page was written for it').toBe(before)
  const period = {
    greyFrom: new Date(Date.now() - 60_000).toISOString(),
    greyUntil: new Date(Date.now() + 60_000).toISOString(),
  }
  await desk.saveSingle('site-setting', { ...period, greyScope: 'homePage' })
  await expect.poll(style, { intervals: [100] }).toContain('data-home')
  const other = await page.context().browser()?.newPage()
  await other?.goto(system.portalUrl)
  expect(await other?.evaluate(() => getComputedStyle(document.documentElement).filter)).toBe('grayscale(1)')
  await other?.goto(`${system.portalUrl}/news/`)
  expect(await other?.evaluate(() => getComputedStyle(document.documentElement).filter)).toBe('none')
  await other?.close()
  await desk.saveSingle('site-setting', { greyFrom: null, greyUntil: null })
  await expect.poll(style, { intervals: [100] }).not.toContain('grayscale')
})
