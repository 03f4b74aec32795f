import type { AstroUserConfig } from 'astro'
import onDemand from './astro.config.ts'

const { adapter: _onDemand, ...shared } = onDemand

/**
 * `astro build --config astro.static.config.ts --outDir <folder>` writes all of READ_MODEL as one static tree: what the
 * live tree must be, byte for byte. The folder must lie in this workspace: Astro compiles in it, and only there two
 * builds do not meet.
 */
export default {
  ...shared,
  output: 'static',
  outDir: '.tmp/static',
  cacheDir: '.tmp/static-cache',
} satisfies AstroUserConfig
