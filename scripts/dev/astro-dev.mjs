/** Astro's development server for the portal; what in production the portal's server passes to the CMS, Vite passes. */
import path from 'node:path'
import { dev } from 'astro'

const { HOST, SITE_PORT, CMS_URL } = process.env
const toCms = { target: CMS_URL, changeOrigin: false }

await dev({
  root: path.resolve(import.meta.dirname, '../../site'),
  // 'always' would answer /api/… itself before the proxy sees it
  trailingSlash: 'ignore',
  server: { host: HOST, port: Number(SITE_PORT) },
  vite: {
    server: {
      strictPort: true,
      proxy: { '/api': toCms, '/uploads': toCms },
    },
  },
})
