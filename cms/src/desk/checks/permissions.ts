/** Who may check a document: whoever may read it, and for a new one whoever may write it. Who may see and change the wording list. */
import type { Core } from '@strapi/types'
import type { CheckedKind } from '../../domain/checks/fields'
import { uidOf } from '../../domain/content/kinds'
import { WORDING_UID } from '../../stores/wording'

type Deed = 'read' | 'create' | 'update'

/** The part of the Content Manager's own service that we use; its types are not exported. */
type Checker = {
  can: Record<Deed, (entity?: unknown) => boolean>
  requiresEntity: Record<Deed, () => boolean>
}
type CheckerService = { create(options: { userAbility: unknown; model: string }): Checker }

export type CheckPermissions = ReturnType<typeof createCheckPermissions>

export function createCheckPermissions(strapi: Core.Strapi, userAbility: unknown) {
  const service = strapi.plugin('content-manager').service('permission-checker') as CheckerService
  const checkerOf = (model: string) => service.create({ userAbility, model })

  return {
    /** A permission may hold under a condition ("their own only"): then the document itself decides. */
    async mayCheck(kind: CheckedKind, documentId: string | null): Promise<boolean> {
      const { can, requiresEntity } = checkerOf(uidOf(kind))
      if (documentId === null) return can.create()
      if (!can.read()) return false
      if (!requiresEntity.read()) return true
      const entity = await strapi.db
        .query(uidOf(kind))
        .findOne({ where: { documentId }, populate: { createdBy: { populate: ['roles'] } } })
      return entity !== null && can.read(entity)
    },

    mayReadWording: () => checkerOf(WORDING_UID).can.read(),
    mayImportWording() {
      const { can } = checkerOf(WORDING_UID)
      return can.create() && can.update()
    },
  }
}
