/** `npm run members -- rotate-key`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/members.ts')
