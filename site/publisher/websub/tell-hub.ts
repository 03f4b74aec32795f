/**
 * Tells a WebSub hub which feeds have changed, after each publish and beside it: what cannot be told is told later, and a
 * publish neither waits nor fails.
 */
import { EventEmitter, once } from 'node:events'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { OnTreeChanged } from '../follow/hooks.ts'
import type { Journal } from '../journal.ts'
import { openHubTable } from './table.ts'

const FEED = /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/
const FEEDS_A_CALL = 20
const LIMIT_MS = 10_000
const LONGEST_SLEEP_MS = 60_000
/** Several publishes within it are one call. */
const TOGETHER_MS = 1000
const PAUSES_MS = [60_000, 300_000, 1_800_000, 7_200_000, 21_600_000]

type Parts = {
  database: DatabaseSync
  journal: Pick<Journal, 'hashOf'>
  /** empty: nobody is told */
  hub: string
  /** the portal's public address */
  siteUrl: string
  logger: Logger
  signal: AbortSignal
  fetch?: typeof globalThis.fetch
  now?: () => number
  togetherMs?: number
}

export type HubTeller = { treeChanged: OnTreeChanged; finished: Promise<void> }

const isOk = (status: number) => status >= 200 && status < 300

/** Null without a hub, or where the portal has no public address that a hub could ask. */
export function tellHub(parts: Parts): HubTeller | null {
  const { database, journal, hub, siteUrl, logger, signal } = parts
  const { fetch = globalThis.fetch, now = Date.now, togetherMs = TOGETHER_MS } = parts
  if (hub === '' || siteUrl === '') return null
  const table = openHubTable(database)
  const feeds = database.prepare("SELECT address FROM pages WHERE address LIKE '%.xml' OR address LIKE '%/feed.json'")
  const events = new EventEmitter()

  /** A feed that is seen for the first time is no news: nobody has subscribed to it by this hub. */
  function look(address: string) {
    if (!FEED.test(address)) return
    const hash = journal.hashOf(address)
    if (hash === null) return table.forget(address)
    const known = table.hashOf(address)
    if (known !== hash) table.note(address, hash, known === null ? null : now() + togetherMs)
  }

  async function call(addresses: readonly string[]) {
    const body = new URLSearchParams({ 'hub.mode': 'publish' })
    for (const address of addresses) body.append('hub.url', new URL(address, siteUrl).href)
    const response = await fetch(hub, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
    })
    await response.body?.cancel()
    if (!isOk(response.status)) throw new Error(`the hub answered ${response.status}`)
  }

  async function tell(due: ReturnType<typeof table.due>) {
    // as they are now: what changes during the call is due again
    const told = due.map(({ address, tries }) => ({ address, tries, hash: table.hashOf(address) }))
    const problem = await call(told.map(({ address }) => address)).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    signal.throwIfAborted()
    if (problem) logger.warn({ hub, problem, feeds: told.length }, 'the hub could not be told of changed feeds')
    inTransaction(database, () => {
      for (const { address, tries, hash } of told) {
        if (table.hashOf(address) !== hash) continue
        if (problem === null) table.done(address)
        else table.later(address, tries < PAUSES_MS.length ? now() + (PAUSES_MS[tries] ?? 0) : null)
      }
    })
  }

  async function untilDue() {
    const due = table.nextDue()
    const wait = due === null ? LONGEST_SLEEP_MS : Math.min(Math.max(due - now(), 1), LONGEST_SLEEP_MS)
    const woken = new AbortController()
    const either = { signal: AbortSignal.any([signal, woken.signal]) }
    await Promise.race([once(events, 'work', either), sleep(wait, undefined, either)]).finally(() => woken.abort())
  }

  /** Whatever goes wrong here, publishing goes on. */
  async function life() {
    while (!signal.aborted)
      try {
        const due = table.due(now(), FEEDS_A_CALL)
        await (due.length > 0 ? tell(due) : untilDue())
      } catch (error) {
        if (signal.aborted) return
        logger.error({ err: error }, 'telling the hub stopped, trying again')
        await sleep(LONGEST_SLEEP_MS, undefined, { signal }).catch(() => undefined)
      }
  }

  return {
    /** Within the transaction that says the batch is done. */
    treeChanged(event) {
      if ('release' in event) for (const { address } of feeds.all()) look(String(address))
      else for (const file of [...event.written, ...event.removed]) look(`/${file}`)
      setImmediate(() => events.emit('work'))
    },
    finished: life(),
  }
}
