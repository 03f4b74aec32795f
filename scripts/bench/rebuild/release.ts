/** A process like the publisher's that renders one release and ends. */
import path from 'node:path'
import pino from 'pino'
import { openStaging } from '../../../site/publisher/batch/staging.ts'
import { openJournal } from '../../../site/publisher/journal.ts'
import { mediaPlacer } from '../../../site/publisher/media/place.ts'
import { buildRelease } from '../../../site/publisher/releases/build-release.ts'
import { loadRenderer } from '../../../site/publisher/renderer.ts'
import { readSettings } from '../../../site/publisher/settings.ts'
import { openReadModel } from '../../../site/src/content/read-model.ts'
import { startSample } from './sample.ts'

const settings = readSettings(process.env)
const { readModelPath, siteDir, uploadsDir } = settings
const database = openReadModel(readModelPath, { readOnly: false })
const staging = openStaging(path.join(siteDir, 'staging'))
const renderer = await loadRenderer(settings)
const finish = startSample()
const { pages, failed } = await buildRelease({
  ...{ database, journal: openJournal(database), renderer, placeMedia: mediaPlacer({ uploadsDir, staging }), siteDir },
  ...{ logger: pino({ level: 'error' }), signal: new AbortController().signal, now: () => new Date() },
})
if (failed > 0) throw new Error(`${failed} pages failed`)
finish({ pages })
await renderer.close()
