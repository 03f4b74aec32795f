/** The service worker as one classic script (not every browser takes modules there), for pages/sw.js.ts to answer with. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'vite'

const ID = 'virtual:service-worker'
const RESOLVED = `\0${ID}`
const sources = path.resolve(import.meta.dirname, '../src')

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // it must not write into the build that it is part of
    build: { write: false, lib: { entry, formats: ['iife'], name: 'worker' } },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('the service worker was not built')
  return output.output[0].code
}

/** Of all that pages are made of: with other code, pages kept for offline reading are fetched anew. */
function hashSources(): string {
  const hash = createHash('sha256')
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) hash.update(path.relative(sources, file)).update(readFileSync(file))
  return hash.digest('base64url')
}

export const bundleWorker = (): Plugin => ({
  name: 'bundle-worker',
  resolveId: (id) => (id === ID ? RESOLVED : undefined),
  async load(id) {
    if (id !== RESOLVED) return undefined
    const code = await bundle(path.join(sources, 'worker/main.ts'))
    return `export const code = ${JSON.stringify(code)}\nexport const build = ${JSON.stringify(hashSources())}`
  },
})
