/** `npm run site -- <command>`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/site.ts')
