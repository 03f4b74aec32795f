/** `npm run bench:<name>`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

const [name = ''] = process.argv.splice(2, 1)
await installAndRun(`scripts/bench/${name}/main.ts`)
