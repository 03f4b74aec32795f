/** Runs in a thread of its own: lays the drafts over the read model and renders one page with the compiled app. */
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { addressOf } from '../../src/content/document-address.ts'
import type { Arrangement } from './arrangement.ts'
import { openDraftModel } from './draft-model.ts'

export type RenderTask = { arrangement: Arrangement; readModelPath: string; distDir: string }
/** null: the document has no page */
export type Rendered = { address: string; status: number; html: string } | null

type App = {
  render: (address: string, database: DatabaseSync) => Promise<{ status: number; body: Uint8Array }>
}

export default async function renderTask({ arrangement, readModelPath, distDir }: RenderTask): Promise<Rendered> {
  const { target } = arrangement
  if (!target) return null
  const { render } = (await import(pathToFileURL(path.join(distDir, 'server', 'entry.mjs')).href)) as App
  const database = openDraftModel(readModelPath, arrangement)
  try {
    const address = addressOf(database, target.kind, target.documentId)
    if (address === null) return null
    const { status, body } = await render(address, database)
    return { address, status, html: new TextDecoder().decode(body) }
  } finally {
    database.close()
  }
}
