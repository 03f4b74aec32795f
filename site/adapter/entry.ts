import type { DatabaseSync } from 'node:sqlite'
import { createApp } from 'astro/app/entrypoint'
import { closeReadModel, defaultReadModel } from '../src/content/connection.ts'
import { readingFrom } from '../src/content/reads.ts'

export interface RenderedPage {
  status: number
  contentType: string
  body: Uint8Array
  /** dependency keys (src/content/keys.ts) of every named query the page made, sorted */
  reads: string[]
  /** UTC instant at which the page changes by the clock alone; null: never */
  staleAt: string | null
}

const app = createApp({ streaming: false })

/**
 * Renders one page.
 * @param url a path with a leading slash, or a whole URL of which the path counts
 * @param database the read model; without it, the one at READ_MODEL
 * @param locals what was found, for the search page
 * @throws the page's own error; a page that does not exist is no error but status 404
 */
export const render = async (
  url: string,
  database: DatabaseSync = defaultReadModel(),
  locals: App.Locals = {},
): Promise<RenderedPage> => {
  const request = new Request(new URL(new URL(url, 'http://portal.invalid').pathname, 'http://portal.invalid'))
  const { result, reads, staleAt, failure } = await readingFrom(database, async () => {
    const response = await app.render(request, { locals })
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/octet-stream',
      body: new Uint8Array(await response.arrayBuffer()),
    }
  })
  if (failure !== undefined) throw failure
  if (result.status >= 500) throw new Error(`page ${request.url} answered ${result.status}`)
  return { ...result, reads, staleAt }
}

/** Lets go of the read model; the next `render` opens it again. */
export const close = closeReadModel
