/** `npm run chaos`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/chaos/main.ts')
