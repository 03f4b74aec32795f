/** A publisher in a folder of its own, over the small portal. */
import { mkdtempSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { openReadModel } from '../../src/content/read-model.ts'
import { type Follower, follow } from '../follow.ts'
import { openJournal } from '../journal.ts'
import type { LiveReport } from '../live-report.ts'
import { fileOf } from '../live-tree.ts'
import type { Render } from '../renderer.ts'
import { renderAll } from '../write-pages.ts'
import { testCms } from './cms.ts'
import { smallPortal } from './small-portal.ts'

export type TestEngine = Awaited<ReturnType<typeof testEngine>>
type Over = Partial<Pick<Follower, 'now' | 'requests' | 'onTreeChanged' | 'pagesABatch'>> & {
  render?: Render
  buildId?: string
}

/** @param dataDir where another one stood, which goes on here @param cms that it followed */
export async function testEngine(dataDir = mkdtempSync(path.join(os.tmpdir(), 'portal-engine-')), cms = testCms()) {
  const siteDir = path.join(dataDir, 'site')
  const uploadsDir = path.join(dataDir, 'public', 'uploads')
  for (const name of [siteDir, uploadsDir, path.join(dataDir, 'client')]) await fs.mkdir(name, { recursive: true })
  const database = openReadModel(path.join(siteDir, 'read-model.sqlite'), { readOnly: false })
  const journal = openJournal(database)
  const tree = path.join(siteDir, 'live')

  function start(over: Over = {}) {
    const { render = smallPortal(database), buildId = 'build-1', ...hooks } = over
    const stop = new AbortController()
    const told = cms.reports.length
    const renderer = {
      ...{ render, clientDir: path.join(dataDir, 'client'), buildId, close: async () => {} },
      renderInto: (root: string, addresses: readonly string[]) => renderAll(render, { addresses, root }),
    }
    const logger = pino({ level: 'silent' })
    const follower = { database, journal, cms: cms.client, renderer, siteDir, uploadsDir, logger, signal: stop.signal }
    const ended = follow({ ...follower, ...hooks }).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
    })
    const isSettled = (report: LiveReport) =>
      cms.reports.indexOf(report) >= told && report.sequence >= cms.latest() && report.health.queue === 0
    return {
      /** Everything that was published is told to be live. */
      settled: () => cms.reported((report) => isSettled(report) && report.problem === null),
      stop: async () => {
        stop.abort()
        await ended
      },
    }
  }

  return {
    ...{ cms, database, journal, dataDir, siteDir, uploadsDir, tree, start },
    /** Starts, waits until all is live, and stops. */
    async settle(over: Over = {}) {
      const engine = start(over)
      const report = await engine.settled()
      await engine.stop()
      return report
    },
    /** The text of a page of the live tree, null where there is none. */
    page: (address: string) => fs.readFile(path.join(tree, fileOf(address)), 'utf8').catch(() => null),
    files: async () => {
      const entries = await fs.readdir(await fs.realpath(tree), { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
    },
    async close() {
      database.close()
      await fs.rm(dataDir, { recursive: true, force: true })
    },
  }
}
