/** `npm run screenshots:app`: the two pictures of the app that a phone shows before it installs it, taken from the sample college. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { findChromium } from '../../site/e2e/setup/chromium.ts'
import { CHROMIUM_ARGUMENTS } from '../../site/e2e/setup/environment.ts'
import { openScratchSystem } from '../bench/publish/system.ts'
import { createSteps } from '../console/steps.mjs'
import { printProblem } from '../processes/problem.ts'
import { listenForStop } from '../processes/stop-signal.ts'

const folder = path.resolve(import.meta.dirname, '../../site/public/app')
/** the manifest names these files and sizes */
const shots = [
  { name: 'narrow', width: 360, height: 720, scale: 1.5 },
  { name: 'wide', width: 1280, height: 800, scale: 1 },
]
const QUALITY = 72

async function take(browser: Browser, url: string, { name, width, height, scale }: (typeof shots)[number]) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const picture = await page.screenshot()
  await sharp(picture)
    .webp({ quality: QUALITY, effort: 6 })
    .toFile(path.join(folder, `${name}.webp`))
  await context.close()
}

async function run(signal: AbortSignal) {
  const steps = createSteps(process.stdout)
  const system = await openScratchSystem(steps, signal, { name: 'screenshots', sample: 'full' })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGUMENTS })
  try {
    await system.start()
    await fs.mkdir(folder, { recursive: true })
    for (const shot of shots) await steps.run(shot.name, () => take(browser, system.siteUrl, shot))
  } finally {
    await browser.close()
    await system.stop()
    system.remove()
  }
}

const signal = listenForStop(() => process.exit(1))
try {
  await run(signal)
  process.exit(0)
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.exit(1)
}
