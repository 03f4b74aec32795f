/** The engine as it runs, but for the loop around it: changes in, the live tree out, by the publisher's own functions. */
import fs from 'node:fs/promises'
import path from 'node:path'
import pino from 'pino'
import type { Change } from '../../src/content/documents.ts'
import { openReadModel } from '../../src/content/read-model.ts'
import type { TakenChange } from '../apply-changes.ts'
import { openStaging } from '../batch/staging.ts'
import { createRetry } from '../follow/retry.ts'
import { takeArrived } from '../follow/take-arrived.ts'
import { bringTreeUpToDate } from '../follow/up-to-date.ts'
import type { Engine } from '../follow.ts'
import { openJournal } from '../journal.ts'
import { mediaPlacer } from '../media/place.ts'
import { liveLink } from '../releases/layout.ts'
import { renderAll } from '../write-pages.ts'
import type { App } from './app.ts'

export type LiveSide = Awaited<ReturnType<typeof startLiveSide>>

const FAILURES_SHOWN = 5

/** Everything that came has been told, and nothing more is waiting at the CMS. */
function arrived(waiting: TakenChange[]): Engine['feed'] {
  return {
    run: async () => undefined,
    waiting: () => waiting,
    taken: (count) => void waiting.splice(0, count),
    isBehind: () => false,
    hasCaughtUp: () => true,
    wentBack: () => false,
    startedAnew: () => undefined,
  }
}

export async function startLiveSide(app: App, folder: string) {
  const siteDir = path.join(folder, 'site')
  const uploadsDir = path.join(folder, 'uploads')
  for (const made of [siteDir, uploadsDir]) await fs.mkdir(made)
  const readModelPath = path.join(siteDir, 'read-model.sqlite')
  const database = openReadModel(readModelPath, { readOnly: false })
  const journal = openJournal(database)
  const staging = openStaging(path.join(siteDir, 'staging'))
  await staging.clear()
  const waiting: TakenChange[] = []
  const clock = { shown: new Date(0), ticks: 0 }

  const render = (address: string) => app.renderFrom(readModelPath, clock.shown, address)
  const renderer = {
    ...{ render, clientDir: app.clientDir, buildId: 'oracle', close: async () => undefined },
    renderInto: (root: string, addresses: readonly string[]) => renderAll(render, { addresses, root }),
  }
  const engine: Engine = {
    ...{ database, journal, staging, renderer, siteDir, uploadsDir, feed: arrived(waiting) },
    ...{
      placeMedia: mediaPlacer({ uploadsDir, staging }),
      state: { problem: null },
      retry: createRetry(database, journal),
      logger: pino({ level: 'silent' }),
    },
    ...{ signal: new AbortController().signal, tell: () => undefined, onTreeChanged: () => undefined },
    cms: {
      changes: () => Promise.reject(new Error('nobody asks')),
      reportLive: () => Promise.reject(new Error('nobody tells')),
    },
    // each release has a name of its own, by the millisecond
    now: () => new Date(clock.shown.getTime() + (clock.ticks++ % 1000)),
  }

  return {
    root: () => fs.realpath(liveLink(siteDir)),

    async take(changes: readonly Change[], at: Date): Promise<void> {
      clock.shown = at
      waiting.push(...changes.map((change) => ({ ...change, takenAtMs: at.getTime() })))
      takeArrived(engine)
      await bringTreeUpToDate(engine, renderer)
      const failures = journal.failures(FAILURES_SHOWN).filter(({ code }) => code !== 'MEDIA_MISSING')
      if (failures.length > 0) throw new Error(`failed: ${JSON.stringify(failures)}`)
    },

    close: () => database.close(),
  }
}
