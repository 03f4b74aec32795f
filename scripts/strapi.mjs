/** `npm run strapi -- <command>`: see start.mjs. */
import { installAndRun } from './install/install-and-run.mjs'

await installAndRun('scripts/strapi.ts')
