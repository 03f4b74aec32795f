/** The publisher's life: catch up, make the tree stand, then follow the change log and render what it touches. */
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { applyChanges } from './apply-changes.ts'
import type { CmsClient } from './cms-client.ts'
import { inTransaction, type Journal } from './journal.ts'
import { finishSwitch } from './releases/finish-switch.ts'
import { buildRelease, liveLink, liveRelease } from './releases.ts'
import { renderPending } from './render-pending.ts'
import type { Renderer } from './renderer.ts'

const WAIT_S = 25
const PAUSES_MS = [200, 500, 1000, 2000, 5000]

export type Follower = {
  database: DatabaseSync
  journal: Journal
  cms: CmsClient
  /** null: keep the read model only (`npm run dev`, where Astro renders on request) */
  renderer: Renderer | null
  siteDir: string
  logger: Logger
  signal: AbortSignal
}

const cursorOf = (journal: Journal) => Number(journal.get('cursor') ?? 0)

/** The CMS may be starting, or be away for a while: ask again with growing pauses until told to stop. */
async function insist<T>({ signal, logger }: Follower, what: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      const pause = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)]
      logger.warn(
        { reason: error instanceof Error ? error.message : String(error), pause },
        `${what} failed, trying again`,
      )
      await sleep(pause, undefined, { signal })
    }
  }
}

/** A CMS whose log is shorter than what we know is another CMS (restored, replaced): start from its beginning. */
function forgetEverything({ database, journal, logger }: Follower) {
  logger.warn('the change log went back: reading everything anew')
  inTransaction(database, () => {
    journal.forgetPages()
    database.exec('DELETE FROM documents; DELETE FROM document_links; DELETE FROM meta')
  })
}

/** One look at the change log. Answers whether anything came, and whether every page is concerned. */
async function take(follower: Follower, waitS: number) {
  const { cms, database, journal, logger, signal } = follower
  const { data, meta } = await insist(follower, 'following the CMS', () =>
    cms.changes(cursorOf(journal), waitS, signal),
  )
  if (meta.latest < cursorOf(journal)) {
    forgetEverything(follower)
    return { came: true, everywhere: true }
  }
  if (data.length === 0) return { came: false, everywhere: false }
  const { everywhere, rejected } = applyChanges(database, journal, data)
  for (const one of rejected) logger.error(one, 'document does not have the expected shape; the last good one stays')
  return { came: true, everywhere }
}

async function report(follower: Follower, startedAt: number, pages: number) {
  const { cms, journal, logger, signal } = follower
  const [failure] = journal.failures()
  const error = failure ? `${failure.address}: ${failure.error}`.slice(0, 2000) : null
  const durationMs = Math.round(performance.now() - startedAt)
  const sequence = cursorOf(journal)
  await cms.reportLive({ sequence, durationMs, pages, error }, signal).catch((reason: unknown) => {
    logger.warn({ reason: String(reason) }, 'could not report what is live')
  })
  logger.info({ sequence, durationMs, pages, error }, 'live')
}

async function catchUp(follower: Follower): Promise<boolean> {
  let everywhere = false
  for (;;) {
    const taken = await take(follower, 0)
    everywhere ||= taken.everywhere
    if (!taken.came) return everywhere
  }
}

async function render(follower: Follower, renderer: Renderer, everywhere: boolean) {
  const { database, journal, logger, signal, siteDir } = follower
  const startedAt = performance.now()
  const stale = everywhere || journal.get('build') !== renderer.buildId || (await liveRelease(siteDir)) === null
  if (stale) {
    const { pages } = await buildRelease({
      database,
      journal,
      renderer,
      siteDir,
      logger,
      signal,
      now: () => new Date(),
    })
    return report(follower, startedAt, pages)
  }
  if (journal.pending().length === 0) return
  const outcome = await renderPending({ database, journal, render: renderer.render, root: liveLink(siteDir), logger })
  await report(follower, startedAt, outcome.written.length + outcome.removed.length)
}

export async function follow(follower: Follower): Promise<void> {
  const { journal, renderer, signal, siteDir } = follower
  await finishSwitch(siteDir, journal, new Date())
  let everywhere = await catchUp(follower)
  while (!signal.aborted) {
    if (renderer) await render(follower, renderer, everywhere)
    everywhere = (await take(follower, WAIT_S)).everywhere
  }
}
