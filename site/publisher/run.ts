/** Entry of the publisher process. `--follow-only` keeps the read model without rendering (development). */
import fs from 'node:fs/promises'
import pino from 'pino'
import { readDeploySettings } from '../deploy/settings.ts'
import { openReadModel } from '../src/content/read-model.ts'
import { createCmsClient } from './cms-client.ts'
import { follow } from './follow.ts'
import { openJournal } from './journal.ts'
import { liveLink } from './releases.ts'
import { loadRenderer } from './renderer.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env)
const logger = pino({ level: settings.logLevel, base: { process: 'publisher' } })
const stop = new AbortController()
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(event, () => stop.abort())

await fs.mkdir(settings.siteDir, { recursive: true })
const database = openReadModel(settings.readModelPath, { readOnly: false })
const followOnly = process.argv.includes('--follow-only')
const renderer = followOnly ? null : await loadRenderer(settings)

/** The clients of buckets and hosts are large: loaded only where there is a copy to keep. */
async function keepCopy() {
  const target = readDeploySettings(process.env)
  if (!target || followOnly) return null
  const { openDeployment } = await import('../deploy/open-deployment.ts')
  return openDeployment(target, {
    siteDir: settings.siteDir,
    liveDir: liveLink(settings.siteDir),
    logger,
    signal: stop.signal,
  })
}
const copy = await keepCopy()

try {
  await follow({
    database,
    journal: openJournal(database),
    cms: createCmsClient(settings),
    renderer,
    siteDir: settings.siteDir,
    uploadsDir: settings.uploadsDir,
    logger,
    signal: stop.signal,
    ...(copy ? { onTreeChanged: copy.treeChanged } : {}),
  })
} catch (error) {
  if (!stop.signal.aborted) {
    logger.fatal({ err: error }, 'publisher stopped')
    process.exitCode = 1
  }
} finally {
  stop.abort()
  await copy?.finished
  await renderer?.close()
  database.close()
  if (process.connected) process.disconnect()
}
