/** `npm run audit -- verify | archive | export`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/audit.ts')
