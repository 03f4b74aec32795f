import type { Core } from '@strapi/types'
import { bootstrapDesk, registerDesk } from './desk'
import { explainFailure } from './desk/schedules/explain-failure'
import { registerDocumentMiddlewares } from './documents/register'
import { readEnvironment, sqliteFile } from './environment'
import { closeRegistration } from './extensions/users-permissions/close-registration'
import { scheduleJobs } from './jobs'
import { startSchedules } from './jobs/schedules/start'
import { startBackground } from './media/background/start'
import { prepareWorkFolder } from './media/folders'
import { storeFilesWhole } from './media/stored-files'
import { startCheckpoints } from './stores/checkpoints'
import { ensureTables } from './stores/tables'

const BACKGROUND = 'media.background'
const CHECKPOINTS = 'database.checkpoints'
const SCHEDULES = 'schedules.runner'

type Stoppable = { stop: () => Promise<void> } | undefined

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await prepareWorkFolder(new Date())
    registerDesk(strapi)
    registerDocumentMiddlewares(strapi, () => strapi.service('api::publication.publication').announce())
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureTables(strapi)
    await closeRegistration(strapi)
    await bootstrapDesk(strapi)
    storeFilesWhole(strapi)
    scheduleJobs(strapi)
    strapi.add(BACKGROUND, { stop: startBackground(strapi) })
    strapi.add(SCHEDULES, { stop: startSchedules(strapi, explainFailure) })
    const environment = readEnvironment()
    if (!environment.DATABASE_URL) strapi.add(CHECKPOINTS, { stop: startCheckpoints(strapi, sqliteFile(environment)) })
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    const started = [SCHEDULES, BACKGROUND, CHECKPOINTS].filter((name) => strapi.has(name))
    for (const name of started) await (strapi.get(name) as Stoppable)?.stop()
  },
}
