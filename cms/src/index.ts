import type { Core } from '@strapi/types'
import { applyRoles } from './desk/apply-roles'
import { applyViews } from './desk/apply-views'
import { registerDocumentMiddlewares } from './documents/register'
import { closeRegistration } from './extensions/users-permissions/close-registration'
import { ensureTables } from './stores/tables'

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerDocumentMiddlewares(strapi, () => strapi.service('api::publication.publication').announce())
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureTables(strapi)
    await closeRegistration(strapi)
    await applyRoles(strapi)
    await applyViews(strapi)
  },
}
