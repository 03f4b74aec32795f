import type { Core } from '@strapi/types'
import { bootstrapDesk, registerDesk } from './desk'
import { registerDocumentMiddlewares } from './documents/register'
import { closeRegistration } from './extensions/users-permissions/close-registration'
import { prepareWorkFolder } from './media/folders'
import { ensureTables } from './stores/tables'

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
  },
}
