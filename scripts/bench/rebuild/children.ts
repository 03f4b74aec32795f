/** Each contestant in a process of its own: nobody inherits a warm engine or another's memory. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { clearOutput, hashSources, isStale, recordBuild } from '../../builds/staleness.ts'
import { siteBuild } from '../../builds/targets.ts'

export type Sample = { ms: number; cpuMs: number; peakRssMb: number }

const root = path.resolve(import.meta.dirname, '../../..')
const siteDir = path.join(root, 'site')
const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')
const run = promisify(execFile)
const quiet = { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' }

const script = (name: string) => path.join(import.meta.dirname, name)

async function sampleOf<T extends Sample>(name: string, args: string[], env: Record<string, string> = {}): Promise<T> {
  const { stdout } = await run(process.execPath, [script(name), ...args], { env: { ...process.env, ...quiet, ...env } })
  return JSON.parse(stdout) as T
}

export async function compileSite() {
  if (!isStale(root, siteBuild)) return
  const sources = hashSources(root, siteBuild)
  clearOutput(root, siteBuild)
  await run(process.execPath, [astro, 'build', '--silent'], { cwd: siteDir, env: { ...process.env, ...quiet } })
  recordBuild(root, siteBuild, sources)
}

/** Always the first release: what is to be removed of older ones is not measured. */
export function renderRelease(dataDir: string): Promise<Sample & { pages: number }> {
  for (const name of ['releases', 'live']) fs.rmSync(path.join(dataDir, 'site', name), { recursive: true, force: true })
  const settings = { DATA_DIR: dataDir, CMS_URL: 'http://127.0.0.1:1', PUBLICATION_TOKEN: 'no-cms-is-asked-here' }
  return sampleOf('release.ts', [], { ...settings, SITE_URL: 'https://dj.example.edu.cn', LOG_LEVEL: 'error' })
}

export async function renderFloor(readModelPath: string, files: number, folder: string): Promise<Sample> {
  const target = path.join(folder, 'floor')
  const sample = await sampleOf<Sample>('floor.ts', [readModelPath, target, String(files)])
  fs.rmSync(target, { recursive: true })
  return sample
}

/** The clock of a command that we do not write; what it took is what its process took. */
export async function buildWithAstro(readModelPath: string): Promise<Sample> {
  fs.mkdirSync(path.join(siteDir, '.tmp'), { recursive: true })
  const outDir = fs.mkdtempSync(path.join(siteDir, '.tmp', 'bench-static-'))
  try {
    return await sampleOf('astro-build.ts', [siteDir, outDir], { READ_MODEL: readModelPath })
  } finally {
    fs.rmSync(outDir, { recursive: true, force: true })
  }
}
