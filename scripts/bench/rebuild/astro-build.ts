/** `astro build` of everything in READ_MODEL, as a static site. */
import { build } from 'astro'
import { startSample } from './sample.ts'

const [root = '', outDir = ''] = process.argv.slice(2)
const finish = startSample()
await build({ root, configFile: 'astro.static.config.ts', outDir, logLevel: 'silent', vite: { logLevel: 'silent' } })
finish()
