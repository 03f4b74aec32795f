import type { Core } from '@strapi/types'
import { startSealing } from './audit/sealer'
import { createAuditTools } from './audit/tools'
import { bootstrapDesk, registerDesk } from './desk'
import { registerDocumentMiddlewares } from './documents/register'
import { readEnvironment, sqliteFile } from './environment'
import { closeRegistration } from './extensions/users-permissions/close-registration'
import { scheduleJobs } from './jobs'
import { startBackground } from './media/background/start'
import { prepareWorkFolder } from './media/folders'
import { storeFilesWhole } from './media/stored-files'
import { startCheckpoints } from './stores/checkpoints'
import { ensureColumnFolders } from './stores/column-folders'
import { ensureTables } from './stores/tables'

const AUDIT = 'audit.sealing'
const BACKGROUND = 'media.background'
const CHECKPOINTS = 'database.checkpoints'

type Stoppable = { stop: () => Promise<void> } | undefined

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await prepareWorkFolder(new Date())
    await registerDesk(strapi)
    registerDocumentMiddlewares(strapi, () => strapi.service('api::publication.publication').announce())
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureTables(strapi)
    await closeRegistration(strapi)
    await bootstrapDesk(strapi)
    await ensureColumnFolders(strapi)
    storeFilesWhole(strapi)
    scheduleJobs(strapi)
    strapi.add('audit', createAuditTools(strapi))
    strapi.add(AUDIT, { stop: startSealing(strapi) })
    strapi.add(BACKGROUND, { stop: startBackground(strapi) })
    const environment = readEnvironment()
    const stop = environment.DATABASE_URL ? async () => {} : startCheckpoints(strapi, sqliteFile(environment))
    strapi.add(CHECKPOINTS, { stop })
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    for (const name of [AUDIT, BACKGROUND, CHECKPOINTS]) await (strapi.get(name) as Stoppable)?.stop()
  },
}
