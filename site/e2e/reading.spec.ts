/** What a reader meets: every kind of page, on a phone and on a desk, without script. */
import { expect, test } from './setup/test.ts'

const fronts = [
  ...['/', '/news/', '/notices/', '/cadres/', '/theory/', '/talent/', '/policies/', '/lessons/', '/speeches/'],
  ...['/microblog/', '/representatives/', '/links/', '/contact/', '/admission/', '/dues/', '/transfer/', '/service/'],
  ...[
    '/letters/',
    '/contributions/',
    '/dynamics/',
    '/vanguard/',
    '/organization/',
    '/ideas/',
    '/news/p/1/',
    '/nowhere/',
  ],
]
const withDetails = ['news', 'policies', 'lessons', 'speeches', 'microblog', 'representatives']

for (const width of [360, 1280]) {
  test(`every kind of page reads well without script at ${width} px`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })
    const page = await context.newPage()
    const addresses = [...fronts]
    for (const column of withDetails) {
      await page.goto(`/${column}/`)
      const detail = page
        .locator(`main a[href^="/${column}/"]:not([href="/${column}/"], [href*="/p/"], [href$=".xml"])`)
        .first()
      addresses.push(String(await detail.getAttribute('href')))
    }
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1)
      await expect(page.getByRole('main'), address).not.toBeEmpty()
      const needed = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(needed, `${address} scrolls sideways`).toBeLessThanOrEqual(width)
    }
    await context.close()
  })
}

test('pages ask for nothing that the security policy forbids, and for nothing elsewhere', async ({ page, system }) => {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(system.portalUrl)) problems.push(request.url())
  })
  for (const address of ['/', '/microblog/', '/lessons/', '/policies/', '/admission/']) await page.goto(address)
  expect(problems).toEqual([])
})

test('the lesson with a film plays and has captions', async ({ page, request }) => {
  const list = await (await request.get('/lessons/')).text()
  const lessons = [...new Set(list.match(/\/lessons\/\d[\w-]*\//g) ?? [])]
  const texts = await Promise.all(lessons.map(async (address) => (await request.get(address)).text()))
  const address = lessons[texts.findIndex((text) => text.includes('<video'))]
  await page.goto(String(address))
  const video = page.locator('video')
  await video.evaluate((element: HTMLVideoElement) => {
    element.preload = 'auto'
    element.load()
    for (const track of element.textTracks) track.mode = 'showing'
  })
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(0)
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.textTracks[0]?.cues?.length ?? 0))
    .toBeGreaterThan(5)
  const source = await video.evaluate((element: HTMLVideoElement) => element.currentSrc)
  const part = await request.get(source, { headers: { range: 'bytes=0-99' } })
  expect([part.status(), (await part.body()).length]).toEqual([206, 100])
})
