/** Lighthouse is installed when it is first asked for: 180 MB that neither the portal nor its tests need. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

type Category = { score: number | null }
type Audit = { id: string; title: string; score: number | null; scoreDisplayMode: string; numericValue?: number }
export type Report = { categories: Record<string, Category>; audits: Record<string, Audit>; lighthouseVersion: string }
type Chrome = { port: number; kill: () => void }

export type Lighthouse = {
  launch: () => Promise<Chrome>
  measure: (url: string, chrome: Chrome) => Promise<Report>
}

const folder = path.join(import.meta.dirname, 'tool')
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const CHROME_FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

const load = (file: string) => import(pathToFileURL(path.join(folder, 'node_modules', file)).href)

export async function openLighthouse(chromePath: string): Promise<Lighthouse> {
  if (!fs.existsSync(path.join(folder, 'node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
  }
  const { default: lighthouse } = await load('lighthouse/core/index.js')
  const { launch } = await load('chrome-launcher/dist/index.js')
  return {
    launch: () => launch({ chromePath, chromeFlags: CHROME_FLAGS, logLevel: 'silent' }),
    async measure(url, { port }) {
      const result = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'error', locale: 'zh' })
      if (!result?.lhr) throw new Error(`Lighthouse has no report of ${url}`)
      return result.lhr as Report
    },
  }
}
