/** Who may see the way of a document to the readers: whoever may read it. Who may try it again: whoever may publish it. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../../domain/content/kinds'

type Deed = 'read' | 'update' | 'publish'

/** The part of the Content Manager's own service that we use; its types are not exported. */
type Checker = {
  can: Record<Deed, (entity?: unknown) => boolean>
  requiresEntity: Record<Deed, () => boolean>
}
type CheckerService = { create(options: { userAbility: unknown; model: string }): Checker }

export type Permissions = ReturnType<typeof createPermissions>

const isDrafted = (strapi: Core.Strapi, kind: Kind) => strapi.contentType(uidOf(kind)).options?.draftAndPublish === true

export function createPermissions(strapi: Core.Strapi, userAbility: unknown) {
  const service = strapi.plugin('content-manager').service('permission-checker') as CheckerService
  const checkers = new Map<Kind, Checker>()

  function checkerOf(kind: Kind): Checker {
    const checker = checkers.get(kind) ?? service.create({ userAbility, model: uidOf(kind) })
    checkers.set(kind, checker)
    return checker
  }

  /** A permission may hold under a condition ("their own only"): then the document itself decides. */
  async function may(deed: Deed, kind: Kind, documentId: string): Promise<boolean> {
    const { can, requiresEntity } = checkerOf(kind)
    if (!can[deed]()) return false
    if (!requiresEntity[deed]()) return true
    const entity = await strapi.db
      .query(uidOf(kind))
      .findOne({ where: { documentId }, populate: { createdBy: { populate: ['roles'] } } })
    return entity !== null && can[deed](entity)
  }

  return {
    mayRead: (kind: Kind, documentId: string) => may('read', kind, documentId),
    mayUpdate: (kind: Kind, documentId: string) => may('update', kind, documentId),
    mayRetry: (kind: Kind, documentId: string) => may(isDrafted(strapi, kind) ? 'publish' : 'update', kind, documentId),
  }
}
