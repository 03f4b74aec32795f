/** Entry of a process that works off what operators ask for while no publisher is running, and ends. */
import pino from 'pino'
import { openReadModel } from '../src/content/read-model.ts'
import { createCmsClient } from './cms-client.ts'
import { follow } from './follow.ts'
import { openJournal } from './journal.ts'
import { takeLock } from './lock.ts'
import { finishSwitch } from './releases/finish-switch.ts'
import { loadRenderer, type Renderer } from './renderer.ts'
import { type OperatorRequests, openOperatorRequests } from './requests/table.ts'
import { workingOff, workOffRollbacks } from './requests/work-off.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env)
const logger = pino({ level: settings.logLevel, base: { process: 'operator' } })
const stop = new AbortController()
for (const event of ['SIGINT', 'SIGTERM'] as const) process.once(event, () => stop.abort())

async function loadOrRefuse(requests: OperatorRequests): Promise<Renderer | null> {
  try {
    return await loadRenderer(settings)
  } catch (error) {
    logger.error({ err: error }, 'the app does not load')
    for (let request = requests.next(); request; request = requests.next())
      requests.finish(request.id, { code: 'NOT_COMPILED', reason: String(error) }, new Date())
    return null
  }
}

async function workOffAll() {
  const database = openReadModel(settings.readModelPath, { readOnly: false })
  const journal = openJournal(database)
  const requests = openOperatorRequests(database)
  const { siteDir } = settings
  const now = () => new Date()
  await finishSwitch(siteDir, journal, now())
  await workOffRollbacks({ database, journal, siteDir, now, logger, signal: stop.signal }, requests)
  const renderer = requests.areWaiting() ? await loadOrRefuse(requests) : null
  try {
    if (!renderer) return
    const { areWaiting, workOff } = workingOff(requests)
    await follow({
      ...{ database, journal, renderer, logger, signal: stop.signal, cms: createCmsClient(settings) },
      ...{ siteDir, uploadsDir: settings.uploadsDir },
      requests: { areWaiting, workOff: (engine) => workOff(engine).finally(() => stop.abort()) },
    })
  } finally {
    await renderer?.close()
    database.close()
  }
}

// whoever holds the lock works the requests off
const lock = takeLock(settings.siteDir)
try {
  if (lock) await workOffAll()
} catch (error) {
  if (!stop.signal.aborted) {
    logger.fatal({ err: error }, 'requests could not be worked off')
    process.exitCode = 1
  }
} finally {
  lock?.release()
}
