/** `npm start`: plain JavaScript that any Node ≥ 20 runs; the work is done in start/main.ts under the pinned Node. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/start/main.ts')
