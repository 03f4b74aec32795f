/** Keeps a copy of the live tree at a target: only what differs, in an order that leaves no link without its page, removals last. */
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { describeFile } from './describe-file.ts'
import { difference, filesOf } from './differences.ts'
import type { Inventory } from './inventory.ts'
import { stages } from './order.ts'
import type { Job, Staging } from './staging.ts'
import type { Target } from './target.ts'

const AT_ONCE = 8
const PAUSES_MS = [1000, 5000, 15_000, 60_000, 300_000]

/** What the publisher says after a batch (paths relative to the tree), or after a switch to another release. */
export type TreeChange = { written: readonly string[]; removed: readonly string[] } | { release: string }

type Parts = {
  target: Target
  inventory: Inventory
  staging: Staging
  liveDir: string
  logger: Logger
  signal: AbortSignal
  now?: () => Date
}

export type Deployment = {
  /** The files are held as they are now; the sending goes on afterwards. Never throws. */
  treeChanged: (change: TreeChange) => void
  /** resolves when nothing is waiting any more */
  idle: () => Promise<void>
  finished: Promise<void>
}

function nullWhenGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  return null
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const rest = items.values()
  const lane = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, lane))
}

/**
 * Adds everything in which the target differs from the tree as it stands. The tree may change meanwhile: what links is held
 * before what it links to, so that every page a held list names is held as well.
 */
async function compareTree({ inventory, staging, liveDir, signal }: Parts, job: Job) {
  const standing = new Set<string>()
  const differing: { path: string }[] = []
  for await (const relative of filesOf(liveDir)) {
    signal.throwIfAborted()
    standing.add(relative)
    const changed = await difference(inventory, path.join(liveDir, relative), relative).catch(nullWhenGone)
    if (changed) differing.push({ path: relative })
  }
  const isNew = (relative: string) => inventory.get(relative) === null
  for (const group of stages(differing, isNew).reverse())
    for (const { path: relative } of group) {
      staging.write(liveDir, relative, job)
      // a whole tree is a long way: the publisher shares this thread
      await setImmediate()
    }
  for (const relative of inventory.paths()) if (!standing.has(relative)) staging.remove(relative, job)
}

async function send({ target, inventory, signal }: Parts, job: Job, counts: { sent: number; removed: number }) {
  const isNew = (relative: string) => inventory.get(relative) === null
  const files = [...job.written].map((relative) => ({ path: relative }))
  for (const group of stages(files, isNew)) {
    await eachOf(group, async ({ path: relative }) => {
      signal.throwIfAborted()
      const source = path.join(job.folder, relative)
      const known = await difference(inventory, source, relative)
      if (!known) return
      await target.put(await describeFile(source, relative, known.size))
      inventory.put(relative, known)
      counts.sent += 1
    })
  }
  await eachOf([...job.removed], async (relative) => {
    signal.throwIfAborted()
    await target.remove(relative)
    inventory.remove(relative)
    counts.removed += 1
  })
}

export function startDeployment(parts: Parts): Deployment {
  const { target, inventory, staging, liveDir, logger, signal, now = () => new Date() } = parts
  const events = new EventEmitter()
  let isIdle = false

  /** Whatever came while a job ran is seen at the next look; only a job that comes while we sleep has to wake us. */
  async function nextWork() {
    if (staging.hasWork()) return
    isIdle = true
    events.emit('idle')
    await once(events, 'work', { signal })
  }

  async function work(job: Job) {
    const startedAt = performance.now()
    const counts = { sent: 0, removed: 0 }
    try {
      if (job.everything) await compareTree(parts, job)
      await send(parts, job, counts)
      inventory.note('lastDone', now().toISOString())
      inventory.note('error', '')
    } finally {
      const durationMs = Math.round(performance.now() - startedAt)
      logger.info({ target: target.name, ...counts, durationMs }, 'deployment')
    }
    staging.done(job)
  }

  /** @returns whether it succeeded */
  async function attempt(failures: number): Promise<boolean> {
    const job = staging.take()
    try {
      await work(job)
      return true
    } catch (error) {
      staging.giveBack(job)
      signal.throwIfAborted()
      const reason = error instanceof Error ? error.message : String(error)
      const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]
      logger.error({ target: target.name, reason, pause }, 'deployment failed, trying again')
      inventory.note('error', `${now().toISOString()} ${reason}`.slice(0, 500))
      await sleep(pause, undefined, { signal })
      return false
    }
  }

  async function life() {
    try {
      for (let failures = 0; ; ) {
        await nextWork()
        failures = (await attempt(failures)) ? 0 : failures + 1
      }
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      await target.close()
    }
  }

  function holdBatch({ written, removed }: Exclude<TreeChange, { release: string }>) {
    for (const relative of written) staging.write(liveDir, relative)
    for (const relative of removed) staging.remove(relative)
  }

  return {
    treeChanged(change) {
      isIdle = false
      try {
        if ('release' in change) staging.compareEverything()
        else holdBatch(change)
      } catch (error) {
        logger.error({ err: error }, 'a batch could not be held for the deployment; the whole tree will be compared')
        staging.compareEverything()
      }
      events.emit('work')
    },
    idle: async () => {
      if (!isIdle) await once(events, 'idle', { signal })
    },
    finished: life(),
  }
}
