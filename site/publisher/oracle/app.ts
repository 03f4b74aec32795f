/** The compiled app in this process: one for all read models, so that thousands of renderings stay cheap. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderedPage } from '../renderer.ts'

export type App = {
  clientDir: string
  /** Renders from the read model at this path, at this time. */
  renderFrom: (readModelPath: string, now: Date, address: string) => Promise<RenderedPage>
}

export async function loadApp(distDir: string): Promise<App> {
  const entry = pathToFileURL(path.join(distDir, 'server', 'entry.mjs')).href
  const { render, close } = (await import(entry)) as {
    render: (address: string) => Promise<RenderedPage>
    close: () => void
  }
  return {
    clientDir: path.join(distDir, 'client'),
    renderFrom: (readModelPath, now, address) => {
      if (process.env.READ_MODEL !== readModelPath) close()
      process.env.READ_MODEL = readModelPath
      process.env.PORTAL_NOW = now.toISOString()
      return render(address)
    },
  }
}
