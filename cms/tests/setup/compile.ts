/** Compiles the CMS once for the whole run; the tests load the CommonJS build. */
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

export default async function compile() {
  const { compileStrapi } = require('@strapi/strapi') as { compileStrapi: (options: object) => Promise<unknown> }
  const appDir = path.resolve(import.meta.dirname, '../..')
  await compileStrapi({ appDir, ignoreDiagnostics: false })
}
