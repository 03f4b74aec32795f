/** The portal as an app: installable, read without network, never an old page where there is one. */
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { DeskApi } from './setup/desk-api.ts'
import { keptOn, whenControlled } from './setup/device.ts'
import { type Door, openDoor } from './setup/door.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [200], timeout: 60_000 }
let door: Door

test.beforeEach(async ({ system }) => {
  door = await openDoor(system.portalUrl)
})
test.afterEach(() => door.remove())

/** Addresses of posts of a column, the newest first. */
async function postsOf(page: Page, column: string): Promise<string[]> {
  const html = await (await page.request.get(`${door.url}/${column}/`)).text()
  return [...new Set(html.match(new RegExp(`/${column}/\\d[\\w-]*/`, 'g')) ?? [])]
}

async function openApp(page: Page) {
  await page.goto(door.url)
  await whenControlled(page)
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function read(page: Page, address: string): Promise<string> {
  await page.goto(door.url + address)
  const title = await heading(page).innerText()
  await expect.poll(async () => (await keptOn(page)).read ?? [], SOON).toContain(address)
  return title
}

test('is installable: manifest, icons and pictures are what they say', async ({ page }) => {
  await openApp(page)
  const session = await page.context().newCDPSession(page)
  const { errors, url, data = '{}' } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(new URL(url).pathname).toBe('/manifest.webmanifest')
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // a window without history and profile is not offered to install anything
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const manifest = JSON.parse(data)
  expect(manifest).toMatchObject({ display: 'standalone', lang: 'zh-CN', start_url: '/', scope: '/', id: '/' })
  expect(manifest.shortcuts.map(({ url: address }: { url: string }) => address)).toEqual(
    expect.arrayContaining(['/news/', '/notices/', '/dues/']),
  )
  const pictures = [...manifest.icons, ...manifest.screenshots, { src: '/icons/apple.png', sizes: '180x180' }]
  expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true)
  for (const { src, sizes } of pictures) {
    const { width, height } = await sharp(await (await page.request.get(door.url + src)).body()).metadata()
    expect(`${width}x${height}`, src).toBe(sizes)
  }
  await expect(page.locator('link[rel=apple-touch-icon]')).toHaveAttribute('href', '/icons/apple.png')
})

test('without network, posts that were read or saved open, and others give the list of them', async ({ page }) => {
  const [news, policies] = [await postsOf(page, 'news'), await postsOf(page, 'policies')]
  const [first = '', second = '', unread = ''] = news
  await page.goto(door.url + first)
  await whenControlled(page)
  const titles = { first: await heading(page).innerText(), second: await read(page, second), saved: '' }
  const saved = String(policies[0])
  titles.saved = await read(page, saved)
  await page.getByRole('button', { name: '收藏', exact: true }).click()
  await expect(page.getByText('已收藏，没有网络也能读。')).toBeVisible()
  await expect.poll(async () => Object.keys(await keptOn(page))).toContain(`saved:${saved}`)

  await door.shut()
  await page.goto(`${door.url}${second}?from=weixin`)
  await expect(heading(page)).toHaveText(titles.second)
  const isStyled = await page.locator('.masthead').evaluate((one) => getComputedStyle(one).backgroundColor)
  expect(isStyled).toBe('rgb(138, 23, 26)')

  await page.goto(door.url + unread)
  await expect(heading(page)).toHaveText('现在没有网络')
  const part = (name: string) => page.getByRole('region').or(page.locator('section')).filter({ hasText: name })
  await expect(part('最近读过').getByRole('link')).toContainText([titles.second, titles.first])
  await expect(part('我的收藏').getByRole('link')).toHaveText([new RegExp(titles.saved)])
  await part('我的收藏').getByRole('link').click()
  await expect(heading(page)).toHaveText(titles.saved)

  await page.goto(`${door.url}/search/?q=x`)
  await expect(heading(page)).toHaveText('现在没有网络')
  await page.goto(`${door.url}/saved/`)
  await page.getByRole('button', { name: `取消收藏：${titles.saved}` }).click()
  await expect(page.getByText('还没有收藏。')).toBeVisible()
  expect(Object.keys(await keptOn(page))).not.toContain(`saved:${saved}`)

  await page.goto(door.url + unread)
  await door.openAgain()
  await page.getByRole('button', { name: '重新连接' }).click()
  await expect(heading(page)).not.toHaveText('现在没有网络')
})

test('pictures of what was read are there without network', async ({ page }) => {
  await openApp(page)
  for (const address of await postsOf(page, 'news')) {
    await page.goto(door.url + address)
    if ((await page.locator('main img').count()) > 0) break
  }
  const picture = page.locator('main img').first()
  await picture.scrollIntoViewIfNeeded()
  const width = () => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)
  await expect.poll(width).toBeGreaterThan(0)
  await expect.poll(async () => ((await keptOn(page)).pictures ?? []).length, SOON).toBeGreaterThan(0)
  await door.shut()
  await page.reload()
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(width).toBeGreaterThan(0)
})

test('a change is seen at the next look, and what is taken down is kept no longer', async ({ page, system }) => {
  const desk = await DeskApi.logIn(page.request, system.deskUrl, system.accountOf('平台管理员'))
  const slug = `app-change-${Date.now()}`
  const post = { title: '第一版标题', slug, body: '第一版正文。', column: await desk.column('news') }
  const { documentId } = await desk.publish('article', null, post)
  const address = `/news/${slug}/`
  const live = (text: string) => async () => (await (await page.request.get(door.url + address)).text()).includes(text)
  await expect.poll(live('第一版'), SOON).toBe(true)
  await openApp(page)
  await read(page, address)
  await desk.publish('article', documentId, { ...post, title: '第二版标题', body: '第二版正文。' })
  await expect.poll(live('第二版'), SOON).toBe(true)
  await page.goto(door.url + address)
  await expect(heading(page)).toHaveText('第二版标题')
  await desk.unpublish('article', documentId)
  await expect.poll(live('第二版'), SOON).toBe(false)
  await page.goto(door.url + address)
  await expect.poll(async () => (await keptOn(page)).read ?? [], SOON).not.toContain(address)
})

test('a new release takes the place of the old one on the device, too', async ({ page, system }) => {
  const desk = await DeskApi.logIn(page.request, system.deskUrl, system.accountOf('平台管理员'))
  const { siteName } = await desk.single('site-setting')
  const shells = async () => Object.keys(await keptOn(page)).filter((name) => name.startsWith('shell-'))
  await openApp(page)
  await page.goto(`${door.url}/saved/`)
  const [before] = await shells()
  try {
    await desk.saveSingle('site-setting', { siteName: '智慧党建新版' })
    const offlinePage = async () => (await page.request.get(`${door.url}/offline/`)).text()
    await expect.poll(offlinePage, SOON).toContain('智慧党建新版')
    await page.goto(door.url)
    await expect(page).toHaveTitle(/智慧党建新版/)
    await expect.poll(shells, SOON).not.toContain(before)
    expect(await shells()).toHaveLength(1)
    await door.shut()
    await page.goto(`${door.url}/nowhere-at-all/`)
    await expect(page).toHaveTitle(/现在没有网络.*智慧党建新版/)
    await page.goto(`${door.url}/saved/`)
    await expect(page).toHaveTitle(/我的收藏.*智慧党建新版/)
  } finally {
    await desk.saveSingle('site-setting', { siteName })
  }
})

test('nothing that was asked for, or that is for one person, is ever kept', async ({ page }) => {
  await openApp(page)
  for (const address of [
    '/search/?q=x',
    '/preview/?link=x',
    '/api/articles',
    '/push/key',
    '/member/',
    '/admin/',
    '/nowhere/',
  ])
    await page.goto(door.url + address)
  await page.goto(door.url)
  await page.evaluate(async () => {
    for (const address of ['/api/articles', '/push/key', '/search/?q=x', '/rss.xml']) await fetch(address)
  })
  await read(page, String((await postsOf(page, 'notices'))[0]))
  const kept = Object.values(await keptOn(page)).flat()
  expect(kept.length).toBeGreaterThan(5)
  expect(
    kept.filter((path) => /^\/(?:api|push|search|preview|member|admin|nowhere)/.test(path) || path.includes('?')),
  ).toEqual([])
  const headers = await page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const response of await cache.matchAll()) found.push(response.headers.get('cache-control') ?? '')
    }
    return found
  })
  expect(headers.every((value) => value === 'no-cache' || value.includes('immutable'))).toBe(true)
})

test('what another app shares can be looked for, and an address of ours be opened', async ({ page }) => {
  const shared = { title: '党费', text: `怎么交？${door.url}/dues/` }
  await page.goto(`${door.url}/share/?${new URLSearchParams(shared)}`)
  await expect(page.getByLabel('分享来的文字')).toHaveValue(`党费\n怎么交？${door.url}/dues/`)
  await page.getByRole('link', { name: `${door.url}/dues/` }).click()
  await expect(page).toHaveURL(`${door.url}/dues/`)
})

test('how to install it is said in words, and nothing pops up', async ({ page }) => {
  await page.goto(`${door.url}/install/`)
  await expect(heading(page)).toHaveText('安装到手机')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('contentinfo').getByRole('link', { name: '新稿提醒' }).click()
  await expect(heading(page)).toHaveText('新稿提醒')
})
