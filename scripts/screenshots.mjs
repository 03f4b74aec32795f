/** `npm run screenshots`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/screenshots/main.ts')
