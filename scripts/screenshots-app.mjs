/** `npm run screenshots:app`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/screenshots/app.ts')
