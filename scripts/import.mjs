/** `npm run import -- <kind> <folder>`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/import.ts')
