/** Renders every page again and compares it with what stands: finds what the journal itself has wrong. */
import type { DatabaseSync } from 'node:sqlite'
import { allAddresses } from '../../src/content/addresses.ts'
import { eachAtOnce } from '../batch/each-at-once.ts'
import { fileOf, hashOf } from '../live-tree.ts'
import type { RenderPool } from '../render-pool.ts'
import type { Finding } from './check-tree.ts'

const AT_ONCE = 8

/** Pages that are pending or have failed are known to be old. @param onPage called after each page */
export async function checkRenders(
  database: DatabaseSync,
  { render }: Pick<RenderPool, 'render'>,
  onPage: (done: number, total: number) => void,
): Promise<{ rendered: number; findings: Finding[] }> {
  const standing = database.prepare('SELECT hash FROM pages WHERE address = ?')
  const isKnown = database.prepare(
    'SELECT 1 FROM pending_pages WHERE address = :address UNION ALL SELECT 1 FROM failed_pages WHERE address = :address',
  )
  const known = database
    .prepare('SELECT address FROM pages')
    .all()
    .map(({ address }) => String(address))
  const addresses = new Set([...allAddresses(database), ...known])
  const findings: Finding[] = []
  let rendered = 0

  async function hashNow(address: string): Promise<string | null> {
    const page = await render(address)
    return page.status === 404 && address !== '/404/' ? null : hashOf(page.body)
  }
  /** A change may arrive between the render and the look at the journal: only a difference that stays is one. */
  async function differs(address: string): Promise<boolean> {
    const before = standing.get(address)?.hash ?? null
    const fresh = await hashNow(address).catch(() => before)
    if (fresh === before || isKnown.get({ address })) return false
    return (await hashNow(address)) !== (standing.get(address)?.hash ?? null) && !isKnown.get({ address })
  }

  await eachAtOnce(addresses, AT_ONCE, async (address) => {
    if (await differs(address)) findings.push({ kind: 'page', what: 'outdated', file: fileOf(address), address })
    rendered += 1
    onPage(rendered, addresses.size)
  })
  return { rendered, findings }
}
