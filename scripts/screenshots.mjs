/** `npm run screenshots`: the desk's pictures, `npm run screenshots -- portal`: the portal's; see start.mjs. */
import process from 'node:process'
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun(`scripts/screenshots/${process.argv[2] === 'portal' ? 'portal' : 'main'}.ts`)
