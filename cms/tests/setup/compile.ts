/** Compiles the CMS once for the whole run; the tests load the CommonJS build. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

export default async function compile() {
  const { compileStrapi } = require('@strapi/strapi') as { compileStrapi: (options: object) => Promise<unknown> }
  const appDir = path.resolve(import.meta.dirname, '../..')
  // files of sources that are gone would be loaded, too
  for (const folder of ['src', 'config', '.tsbuildinfo']) {
    await fs.rm(path.join(appDir, 'dist', folder), { recursive: true, force: true })
  }
  await compileStrapi({ appDir, ignoreDiagnostics: false })
}
