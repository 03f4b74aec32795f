import type { AstroIntegration } from 'astro'

/**
 * Compiles every route into one on-demand app whose entry exports `render(url)`.
 * The publisher calls it for the pages that change; nothing is rendered at build time.
 */
export const renderApp = (): AstroIntegration => ({
  name: 'render-app',
  hooks: {
    'astro:route:setup': ({ route }) => {
      route.prerender = false
    },
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'render-app',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./entry.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', hybridOutput: 'stable' },
      })
    },
  },
})
