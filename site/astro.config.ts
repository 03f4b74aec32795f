import { defineConfig, passthroughImageService } from 'astro/config'
import { bundleWorker } from './adapter/bundle-worker.ts'
import { drawIcons } from './adapter/draw-icons.ts'
import { renderApp } from './adapter/render-app.ts'

/**
 * `site` is absent on purpose: one build serves any address. Pages take the
 * public address from SITE_URL while they render (src/content/site-url.ts).
 */
export default defineConfig({
  output: 'server',
  adapter: renderApp(),
  integrations: [drawIcons()],
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // breaks between elements go, a space within a line stays
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  security: { checkOrigin: false },
  // The CMS makes the sizes of a picture at upload, named by content.
  image: { service: passthroughImageService() },
  vite: {
    plugins: [bundleWorker()],
    // A strict content security policy forbids data: addresses in styles.
    build: { assetsInlineLimit: 0 },
  },
})
