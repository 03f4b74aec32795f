/** Logs in once for each role and takes one picture after the other. */
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { findChromium } from '../../site/e2e/setup/chromium.ts'
import { CHROMIUM_ARGUMENTS } from '../../site/e2e/setup/environment.ts'
import { type Account, readFirstLogin } from '../../site/e2e/setup/first-login.ts'
import type { ScratchSystem } from '../bench/publish/system.ts'
import type { Steps } from '../console/steps.mjs'
import { type Shot, shots } from './shots.ts'
import { setStage } from './stage.ts'

const WIDTH = 1280
const HEIGHT = 900
/** requests and the pictures of lists arrive after the page; nothing tells when the last of them has */
const SETTLE_MS = 2500
const COLOURS = 128

async function logIn(browser: Browser, desk: string, { email, password }: Account): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.goto(desk)
  await page.getByLabel(/邮箱/).fill(email)
  await page.getByLabel(/^密码/).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: /您好/ }).waitFor()
  return page
}

/** Few colours: a picture of a desk stays sharp and needs a fifth of the bytes. */
async function take(page: Page, address: string, folder: string, { name, width, height, prepare, part }: Shot) {
  await page.setViewportSize({ width: width ?? WIDTH, height: height ?? HEIGHT })
  await page.goto(address)
  await page.waitForTimeout(SETTLE_MS)
  await prepare?.(page)
  await page.waitForTimeout(SETTLE_MS)
  const picture = await (part?.(page) ?? page).screenshot()
  await sharp(picture)
    .png({ palette: true, colours: COLOURS, effort: 10 })
    .toFile(path.join(folder, `${name}.png`))
}

/** @param names of the pictures to take; none means all */
export async function takeScreenshots(
  { dataDir, cmsUrl }: Pick<ScratchSystem, 'dataDir' | 'cmsUrl'>,
  folder: string,
  names: readonly string[],
  steps: Steps,
): Promise<void> {
  const unknown = names.find((name) => !shots.some((shot) => shot.name === name))
  if (unknown !== undefined) throw new Error(`there is no picture named ${unknown}`)
  const accounts = readFirstLogin(dataDir)
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGUMENTS })
  const desk = `${cmsUrl}/admin`
  const pages = new Map<string, Page>()
  const staged = await steps.run('a week at the desk', () => setStage(cmsUrl, accounts))
  try {
    for (const shot of shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const account = accounts.find(({ role }) => role === shot.role)
      if (!account) throw new Error(`the sample has no account for ${shot.role}`)
      const page = pages.get(shot.role) ?? (await logIn(browser, desk, account))
      pages.set(shot.role, page)
      await steps.run(shot.name, () => take(page, desk + shot.path(staged), folder, shot))
    }
  } finally {
    await browser.close()
  }
}
