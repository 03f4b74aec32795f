/** Versions may be read by whoever may read the document, and restored by whoever may change it: field by field. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../../domain/content/kinds'
import type { FieldFacts } from '../../domain/versions/fields'

type Deed = 'read' | 'update'

/** The part of the Content Manager's own service that we use; its types are not exported. */
type Checker = {
  can: Record<Deed, (entity?: unknown, field?: string) => boolean>
  requiresEntity: Record<Deed, () => boolean>
}
type CheckerService = { create(options: { userAbility: unknown; model: string }): Checker }

export type DocumentRights = {
  mayRead: boolean
  mayUpdate: boolean
  readable: (field: FieldFacts) => boolean
  changeable: (field: FieldFacts) => boolean
}

/** A component is named in permissions by each of its own fields. */
const pathsOf = ({ name, fields }: FieldFacts) => [name, ...(fields ?? []).map((inner) => `${name}.${inner.name}`)]

const checkerOf = (strapi: Core.Strapi, userAbility: unknown, kind: Kind) =>
  (strapi.plugin('content-manager').service('permission-checker') as CheckerService).create({
    userAbility,
    model: uidOf(kind),
  })

/** Of a kind as such: for a document that is not there yet. */
export function readableFields(strapi: Core.Strapi, userAbility: unknown, kind: Kind, fields: readonly FieldFacts[]) {
  const { can } = checkerOf(strapi, userAbility, kind)
  return fields.filter((field) => pathsOf(field).some((path) => can.read(undefined, path)))
}

export async function rightsOn(
  strapi: Core.Strapi,
  userAbility: unknown,
  kind: Kind,
  documentId: string,
): Promise<DocumentRights> {
  const { can, requiresEntity } = checkerOf(strapi, userAbility, kind)
  // a permission may hold under a condition ("their own only"): then the document itself decides
  const needed = requiresEntity.read() || requiresEntity.update()
  const entity: unknown = needed
    ? await strapi.db
        .query(uidOf(kind))
        .findOne({ where: { documentId }, populate: { createdBy: { populate: ['roles'] } } })
    : undefined
  const may = (deed: Deed, field?: string) => (needed && !entity ? false : can[deed](entity ?? undefined, field))
  const each = (deed: Deed) => (field: FieldFacts) => pathsOf(field).some((path) => may(deed, path))
  return {
    ...{ mayRead: may('read'), mayUpdate: may('update') },
    ...{ readable: each('read'), changeable: each('update') },
  }
}
