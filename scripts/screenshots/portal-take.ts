/** Opens each page in each mode and takes it whole. */
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../site/e2e/setup/chromium.ts'
import { CHROMIUM_ARGUMENTS } from '../../site/e2e/setup/environment.ts'
import { type Look, openLook } from '../../site/e2e/setup/look.ts'
import type { Steps } from '../console/steps.mjs'
import { BROAD_WIDTH, MODE_WIDTHS, type Mode, type PortalShot, portalShots, WIDTHS } from './portal-shots.ts'

const HEIGHT = 900
const BROWSER = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light' } as const

/** As a reader sets them, or the day of mourning. */
const looks: Partial<Record<Mode, Look>> = { dark: 'dark', care: 'care' }

function variantsOf({ broad, printed, prepare }: PortalShot): [mode: Mode, width: number][] {
  const light = [...WIDTHS, ...(broad ? [BROAD_WIDTH] : [])].map((width): [Mode, number] => ['light', width])
  if (prepare === 'open menu') return [['light', 360]]
  const others = Object.entries(MODE_WIDTHS) as [Exclude<Mode, 'light'>, readonly number[]][]
  return [
    ...light,
    ...others
      .filter(([mode]) => mode !== 'print' || printed)
      .flatMap(([mode, widths]) => widths.map((width): [Mode, number] => [mode, width])),
  ]
}

async function addressOf(page: Page, site: string, shot: PortalShot): Promise<string> {
  if (!shot.firstPost) return site + shot.path
  await page.goto(site + shot.path)
  const first = page
    .locator(`main a[href^="${shot.path}"]:not([href="${shot.path}"], [href*="/p/"], [href$=".xml"])`)
    .first()
  return site + (await first.getAttribute('href'))
}

/** Pictures far below are loaded when somebody comes near: here nobody does. Runs in the page. */
const LOAD_PICTURES = `
  for (const image of document.images) image.loading = 'eager'
  Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
`

async function take(page: Page, mode: Mode, width: number, prepare: PortalShot['prepare'], file: string) {
  await page.setViewportSize({ width, height: HEIGHT })
  await page.emulateMedia({ media: mode === 'print' ? 'print' : 'screen' })
  // the policy of the page forbids a style of ours
  if (mode === 'grey') await page.evaluate(`document.documentElement.style.filter = 'grayscale(1)'`)
  await page.evaluate(LOAD_PICTURES)
  if (prepare === 'open menu') await page.locator('.menu summary').click()
  if (prepare === 'open viewer') await page.locator('.pictures a').first().click()
  await page.screenshot({ path: file, fullPage: prepare === undefined, animations: 'disabled' })
}

async function takeShot(browser: Browser, site: string, folder: string, shot: PortalShot) {
  for (const [mode, width] of variantsOf(shot)) {
    const context = await openLook(browser, looks[mode] ?? 'light', BROWSER)
    const page = await context.newPage()
    await page.goto(await addressOf(page, site, shot))
    const suffix = mode === 'light' ? '' : `-${mode}`
    await take(page, mode, width, shot.prepare, path.join(folder, `${shot.name}-${width}${suffix}.png`))
    await context.close()
  }
}

/** @param names of the pages to take; none means all */
export async function takePortalShots(site: string, folder: string, names: readonly string[], steps: Steps) {
  const unknown = names.find((name) => !portalShots.some((shot) => shot.name === name))
  if (unknown !== undefined) throw new Error(`there is no page named ${unknown}`)
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGUMENTS })
  try {
    for (const shot of portalShots.filter(({ name }) => names.length === 0 || names.includes(name)))
      await steps.run(shot.name, () => takeShot(browser, site, folder, shot))
  } finally {
    await browser.close()
  }
}
