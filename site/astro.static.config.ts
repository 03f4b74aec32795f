import { defineConfig } from 'astro/config'
import onDemand from './astro.config.ts'

/**
 * `astro build --config astro.static.config.ts --outDir <folder>` writes all of READ_MODEL as one static tree: what the
 * live tree must be, byte for byte. The folder must lie in this workspace: Astro compiles in it, and only there two
 * builds do not meet.
 */
const { adapter: _onDemand, ...shared } = onDemand

export default defineConfig({ ...shared, output: 'static', outDir: '.tmp/static', cacheDir: '.tmp/static-cache' })
