/** Compiles the CMS without its admin: what the seed loads. `strapi develop` compiles again when it starts. */
import { createRequire } from 'node:module'
import path from 'node:path'

const appDir = path.resolve(import.meta.dirname, '../../cms')
const { compileStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi')
await compileStrapi({ appDir, ignoreDiagnostics: true })
process.exit(0)
