import type { Core } from '@strapi/types'
import { registerAccounts } from './accounts/register'
import { startSealing } from './audit/sealer'
import { createAuditTools } from './audit/tools'
import { bootstrapDesk, registerDesk } from './desk'
import { explainFailure } from './desk/schedules/explain-failure'
import { registerDocumentMiddlewares } from './documents/register'
import { defaultWording } from './domain/checks/default-wording'
import { registerDues } from './dues'
import { takeNotices } from './dues/online/routes'
import { readEnvironment, sqliteFile } from './environment'
import { closeRegistration } from './extensions/users-permissions/close-registration'
import { scheduleJobs } from './jobs'
import { startSchedules } from './jobs/schedules/start'
import { startBackground } from './media/background/start'
import { prepareWorkFolder } from './media/folders'
import { storeFilesWhole } from './media/stored-files'
import { registerMembers } from './members'
import { registerPayments } from './payments/payments'
import { createReviewService, REVIEW } from './review/service'
import { startCheckpoints } from './stores/checkpoints'
import { ensureColumnFolders } from './stores/column-folders'
import { ensureTables } from './stores/tables'
import { countRevisions, createWordingReader, installDefaultWording } from './stores/wording'

const AUDIT = 'audit.sealing'
const BACKGROUND = 'media.background'
const CHECKPOINTS = 'database.checkpoints'
const SCHEDULES = 'schedules.runner'

type Stoppable = { stop: () => Promise<void> } | undefined

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await registerPayments(strapi, readEnvironment())
    await prepareWorkFolder(new Date())
    strapi.add(REVIEW, createReviewService(strapi))
    const readWording = createWordingReader(strapi)
    await registerDesk(strapi, readWording)
    registerMembers(strapi)
    registerDues(strapi)
    registerAccounts(strapi)
    registerDocumentMiddlewares(strapi, () => strapi.service('api::publication.publication').announce(), readWording)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureTables(strapi)
    countRevisions(strapi)
    await installDefaultWording(strapi, defaultWording)
    await closeRegistration(strapi)
    await bootstrapDesk(strapi)
    await ensureColumnFolders(strapi)
    storeFilesWhole(strapi)
    takeNotices(strapi)
    scheduleJobs(strapi)
    strapi.add('audit', createAuditTools(strapi))
    strapi.add(AUDIT, { stop: startSealing(strapi) })
    strapi.add(BACKGROUND, { stop: startBackground(strapi) })
    strapi.add(SCHEDULES, { stop: startSchedules(strapi, explainFailure) })
    const environment = readEnvironment()
    const stop = environment.DATABASE_URL ? async () => {} : startCheckpoints(strapi, sqliteFile(environment))
    strapi.add(CHECKPOINTS, { stop })
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    const started = [SCHEDULES, AUDIT, BACKGROUND, CHECKPOINTS].filter((name) => strapi.has(name))
    for (const name of started) await (strapi.get(name) as Stoppable)?.stop()
  },
}
