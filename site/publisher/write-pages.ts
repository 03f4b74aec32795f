/** Renders pages straight into a tree that nobody reads yet: no temporary names, and the bytes stay where they were made. */
import fs from 'node:fs'
import path from 'node:path'
import { fileOf, hashOf } from './live-tree.ts'
import { mediaIn } from './media/names-in-page.ts'
import type { Outcome, WrittenPage } from './render-protocol.ts'
import type { Render, RenderedPage } from './renderer.ts'

/** Nearly every page has a folder of its own: making it first is cheaper than learning that it is not there. */
function writeFile(file: string, body: Uint8Array) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, body)
}

function write(root: string, address: string, { body, reads, staleAt }: RenderedPage): WrittenPage {
  writeFile(path.join(root, fileOf(address)), body)
  return { address, hash: hashOf(body), bytes: body.byteLength, reads, staleAt, media: mediaIn(body) }
}

async function outcomeOf(render: Render, address: string, root: string | null): Promise<Outcome> {
  let page: RenderedPage
  try {
    page = await render(address)
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { failure: { message, stack } }
  }
  if (root === null) return { page }
  return page.status === 404 && address !== '/404/' ? { none: true } : { written: write(root, address, page) }
}

/**
 * @param root the tree to write into; null: answer the pages themselves
 * @param onPage called with the index of each address before it is rendered
 * @throws what the file system says, as no other page could be written either
 */
export async function renderAll(
  render: Render,
  { addresses, root }: { addresses: readonly string[]; root: string | null },
  onPage: (index: number) => void = () => undefined,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [index, address] of addresses.entries()) {
    onPage(index)
    outcomes.push(await outcomeOf(render, address, root))
  }
  return outcomes
}
