/** Renders what the journal says is pending: new pages first, then pages that stood, lists, feeds, removals last. */
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import { inTransaction, type Journal } from './journal.ts'
import { hashOf, removePage, writePage } from './live-tree.ts'
import type { Render } from './renderer.ts'

export type Outcome = {
  written: string[]
  unchanged: number
  removed: string[]
  failed: { address: string; error: string }[]
}

const LIST = /^\/(?:[^/]+\/(?:p\/\d+\/)?)?$/

function rank(journal: Journal, address: string): number {
  if (address.endsWith('.xml')) return 3
  if (LIST.test(address)) return 2
  return journal.hashOf(address) === null ? 0 : 1
}

type Context = { database: DatabaseSync; journal: Journal; render: Render; root: string; logger: Logger }

async function renderOne(
  { database, journal, render, root }: Context,
  address: string,
  outcome: Outcome,
  gone: string[],
) {
  const page = await render(address)
  if (page.status === 404 && address !== '/404/') {
    gone.push(address)
    return
  }
  const hash = hashOf(page.body)
  if (journal.hashOf(address) === hash) outcome.unchanged += 1
  else {
    await writePage(root, address, page.body)
    outcome.written.push(address)
  }
  inTransaction(database, () => journal.finishPage(address, hash, page.reads))
}

export async function renderPending(context: Context): Promise<Outcome> {
  const { database, journal, logger, root } = context
  const outcome: Outcome = { written: [], unchanged: 0, removed: [], failed: [] }
  const gone: string[] = []
  const ranked = journal.pending().map((address) => ({ address, rank: rank(journal, address) }))
  for (const { address } of ranked.sort((a, b) => a.rank - b.rank || (a.address < b.address ? -1 : 1))) {
    try {
      await renderOne(context, address, outcome, gone)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error({ err: error, address }, 'page could not be rendered; the old one stands')
      journal.failPending(address, reason)
      outcome.failed.push({ address, error: reason })
    }
  }
  for (const address of gone) {
    await removePage(root, address)
    inTransaction(database, () => journal.finishRemoval(address))
    outcome.removed.push(address)
  }
  return outcome
}
