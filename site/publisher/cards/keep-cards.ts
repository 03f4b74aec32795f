/**
 * Every page has the cards that it names: drawn after the page is live, removed when no page names them any more. Nobody
 * waits for it. The table is the work; a process that was killed goes on where it was.
 */
import { EventEmitter, once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { OnTreeChanged } from '../follow/hooks.ts'
import { type Artist, createArtist } from './artist.ts'
import { cardsAt, filesOf } from './cards-at.ts'
import { CARDS, cardsDir, STAGING } from './folder.ts'
import { openCardTable } from './table.ts'

const PAUSES_MS = [60_000, 600_000, 3_600_000]
const LONGEST_SLEEP_MS = 60_000

/** Address of the page that is this file of the tree; null for other files. */
const addressOfFile = (file: string): string | null =>
  /(?:^|\/)index\.html$/.test(file) ? `/${file.slice(0, -'index.html'.length)}` : null

type Parts = {
  database: DatabaseSync
  siteDir: string
  uploadsDir: string
  logger: Logger
  signal: AbortSignal
  artist?: Artist
  now?: () => number
  /** told of each file of the tree that came or went */
  onTreeChanged?: OnTreeChanged
}

export type Cards = { treeChanged: OnTreeChanged; idle: () => Promise<void>; finished: Promise<void> }

export function keepCards(parts: Parts): Cards {
  const { database, siteDir, uploadsDir, logger, signal } = parts
  const { artist = createArtist(), now = Date.now, onTreeChanged = () => undefined } = parts
  const table = openCardTable(database)
  const folder = cardsDir(siteDir)
  const events = new EventEmitter()
  let isIdle = false

  async function drawMissing(address: string): Promise<string[]> {
    const cards = await cardsAt(database, address)
    if (!cards) return []
    const files = filesOf(cards)
    for (const { shape, file } of files) {
      const stands = await fs.stat(path.join(folder, file)).catch(() => null)
      if (!stands) {
        await artist.draw({ design: cards.design, shape, file, uploadsDir, cardsDir: folder }, signal)
        onTreeChanged({ written: [`${CARDS}/${file}`], removed: [] })
      }
    }
    return files.map(({ file }) => file)
  }

  async function settle(address: string) {
    const wanted = new Set(await drawMissing(address))
    const unused = inTransaction(database, () => {
      for (const file of wanted) table.add(address, file)
      table.done(address)
      return table.filesOf(address).filter((file) => !wanted.has(file) && table.drop(address, file))
    })
    for (const file of unused) await fs.rm(path.join(folder, file), { force: true })
    if (unused.length > 0) onTreeChanged({ written: [], removed: unused.map((file) => `${CARDS}/${file}`) })
  }

  /** A cover that cannot be read leaves its page without a card, and holds nothing else up. */
  function putOff(address: string, tries: number, error: unknown) {
    const pause = PAUSES_MS[tries]
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn({ address, reason, pause: pause ?? null }, 'no card for a page')
    if (pause === undefined) table.done(address)
    else table.later(address, now() + pause)
  }

  async function untilDue() {
    artist.rest()
    isIdle = true
    events.emit('idle')
    const due = table.nextDue()
    const wait = due === null ? LONGEST_SLEEP_MS : Math.min(Math.max(due - now(), 1), LONGEST_SLEEP_MS)
    const woken = new AbortController()
    const either = { signal: AbortSignal.any([signal, woken.signal]) }
    await Promise.race([once(events, 'work', either), sleep(wait, undefined, either)]).finally(() => woken.abort())
    isIdle = false
  }

  async function step() {
    const work = table.next(now())
    if (!work) return untilDue()
    await settle(work.address).catch((error) => {
      signal.throwIfAborted()
      putOff(work.address, work.tries, error)
    })
  }

  /** Whatever goes wrong here, publishing goes on. */
  async function life() {
    await fs.rm(path.join(folder, STAGING), { recursive: true, force: true }).catch(() => undefined)
    while (!signal.aborted)
      try {
        await fs.mkdir(path.join(folder, STAGING), { recursive: true })
        await step()
      } catch (error) {
        if (signal.aborted) break
        logger.error({ err: error }, 'drawing cards stopped, trying again')
        await sleep(LONGEST_SLEEP_MS, undefined, { signal }).catch(() => undefined)
      }
    artist.close()
  }

  return {
    /** Within the transaction that says the batch is done. */
    treeChanged(event) {
      if ('release' in event) table.callAllOf(event.release)
      else {
        for (const address of event.written.map(addressOfFile)) if (address !== null) table.came(address)
        for (const address of event.removed.map(addressOfFile)) if (address !== null) table.went(address)
      }
      isIdle = false
      setImmediate(() => events.emit('work'))
    },
    idle: async () => {
      if (!isIdle) await once(events, 'idle', { signal })
    },
    finished: life(),
  }
}
