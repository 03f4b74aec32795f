/** Entry of the publisher process. `--follow-only` keeps the read model without rendering (development). */
import fs from 'node:fs/promises'
import pino from 'pino'
import { readDeploySettings } from '../deploy/settings.ts'
import { openPushDatabase } from '../push/database.ts'
import { openReadModel } from '../src/content/read-model.ts'
import { announcing } from './announce/new-posts.ts'
import { keepCards } from './cards/keep-cards.ts'
import { createCmsClient } from './cms-client.ts'
import type { TreeEvent } from './follow/hooks.ts'
import { follow } from './follow.ts'
import { openJournal } from './journal.ts'
import { waitForLock } from './lock.ts'
import { liveLink } from './releases/layout.ts'
import { loadRenderer } from './renderer.ts'
import { openOperatorRequests } from './requests/table.ts'
import { workingOff } from './requests/work-off.ts'
import { readSettings } from './settings.ts'
import { tellHub } from './websub/tell-hub.ts'

const settings = readSettings(process.env)
const logger = pino({ level: settings.logLevel, base: { process: 'publisher' } })
const followOnly = process.argv.includes('--follow-only')
const stop = new AbortController()
const asked = new AbortController()
asked.signal.addEventListener('abort', () => stop.abort())
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(event, () => asked.abort())

/** The clients of buckets and hosts are large: loaded only where there is a copy to keep. */
async function keepCopy() {
  const target = readDeploySettings(process.env)
  if (!target || followOnly) return null
  const { openDeployment } = await import('../deploy/open-deployment.ts')
  const { siteDir } = settings
  return openDeployment(target, { siteDir, liveDir: liveLink(siteDir), logger, signal: stop.signal })
}

async function publish() {
  const { pushFile, readModelPath, siteDir, uploadsDir } = settings
  const database = openReadModel(readModelPath, { readOnly: false })
  const renderer = followOnly ? null : await loadRenderer(settings)
  const journal = openJournal(database)
  const announcer = announcing({ database, journal, logger, openPush: () => openPushDatabase(pushFile) })
  const copy = await keepCopy()
  const { signal } = stop
  const tellCopy = (event: TreeEvent) => copy?.treeChanged(event)
  const cards = renderer && keepCards({ database, siteDir, uploadsDir, logger, signal, onTreeChanged: tellCopy })
  const hub =
    renderer && tellHub({ database, journal, hub: settings.websubHub, siteUrl: settings.siteUrl, logger, signal })
  const onTreeChanged = (event: TreeEvent) => {
    for (const part of [announcer, copy, cards, hub]) part?.treeChanged(event)
  }
  try {
    await follow({
      ...{ database, journal, cms: createCmsClient(settings), renderer, siteDir, uploadsDir },
      ...{ logger, signal, requests: workingOff(openOperatorRequests(database)), onTreeChanged },
    })
  } finally {
    stop.abort()
    await Promise.all([copy, cards, hub].map((part) => part?.finished))
    await renderer?.close()
    announcer.close()
    database.close()
  }
}

try {
  await fs.mkdir(settings.siteDir, { recursive: true })
  const lock = await waitForLock(settings.siteDir, stop.signal, () =>
    logger.warn('another process writes the live tree: waiting until it ends'),
  )
  await publish().finally(lock.release)
} catch (error) {
  if (!asked.signal.aborted) {
    logger.fatal({ err: error }, 'publisher stopped')
    process.exitCode = 1
  }
} finally {
  if (process.connected) process.disconnect()
}
