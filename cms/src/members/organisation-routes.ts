/** `/api/organisations`: offices see their own organisation and what is below; the committee's staff changes the tree. */
import type { Core } from '@strapi/types'
import { officeRoles, type Role } from '../domain/access/roles'
import { type MemberCaller, pathsOf } from '../domain/access/scope'
import {
  dissolveSchema,
  mergeSchema,
  moveSchema,
  newOrganisationSchema,
  type Organisation,
  renameSchema,
} from '../domain/organisation/organisation'
import { addMemberRoutes, type MemberContext } from '../member-api/add-routes'
import { notFound } from '../member-api/gate'
import { bodyOf } from '../member-api/parse'
import { officesAt } from '../stores/offices'
import { findOrganisation, listOrganisations, organisationEvents } from '../stores/organisations'
import { alone } from './alone'
import { dissolve, found, merge, move, rename } from './organisations'

const staff: readonly Role[] = ['committee-staff']

/** @throws NotFoundError also for what lies outside of what the caller may see */
export async function seenOrganisation(
  strapi: Core.Strapi,
  caller: MemberCaller,
  who: readonly Role[],
  id: string,
): Promise<Organisation> {
  const organisation = await findOrganisation(strapi, id, pathsOf(caller, who))
  if (!organisation) throw notFound()
  return organisation
}

export function addOrganisationRoutes(strapi: Core.Strapi) {
  const step = (by: MemberCaller) => ({ strapi, by, now: new Date() })
  const named = (ctx: MemberContext, caller: MemberCaller) => seenOrganisation(strapi, caller, staff, ctx.params.id)

  addMemberRoutes(strapi, 'organisation', {
    'GET /organisations': {
      who: officeRoles,
      handle: async (_ctx, caller) => ({ data: await listOrganisations(strapi, pathsOf(caller, officeRoles)) }),
    },
    'GET /organisations/:id': {
      who: officeRoles,
      async handle(ctx, caller) {
        const organisation = await seenOrganisation(strapi, caller, officeRoles, ctx.params.id)
        const events = await organisationEvents(strapi, organisation.id)
        const offices = await officesAt(strapi, organisation.id)
        return { data: { ...organisation, events, offices } }
      },
    },
    'POST /organisations': {
      who: staff,
      async handle(ctx, caller) {
        const { parentId, ...data } = bodyOf(ctx, newOrganisationSchema)
        return alone(strapi, async () => {
          const parent = await seenOrganisation(strapi, caller, staff, parentId)
          return { data: await found(step(caller), data, parent) }
        })
      },
    },
    'POST /organisations/:id/rename': {
      who: staff,
      async handle(ctx, caller) {
        const { name, on } = bodyOf(ctx, renameSchema)
        return alone(strapi, async () => {
          const organisation = await named(ctx, caller)
          await rename(step(caller), organisation, name, on)
          return { data: { id: organisation.id } }
        })
      },
    },
    'POST /organisations/:id/move': {
      who: staff,
      async handle(ctx, caller) {
        const body = bodyOf(ctx, moveSchema)
        return alone(strapi, async () => {
          const moved = await named(ctx, caller)
          await move(step(caller), moved, await seenOrganisation(strapi, caller, staff, body.parentId), body)
          return { data: { id: moved.id } }
        })
      },
    },
    'POST /organisations/:id/merge': {
      who: staff,
      async handle(ctx, caller) {
        const body = bodyOf(ctx, mergeSchema)
        return alone(strapi, async () => {
          const merged = await named(ctx, caller)
          await merge(step(caller), merged, await seenOrganisation(strapi, caller, staff, body.into), body)
          return { data: { id: body.into } }
        })
      },
    },
    'POST /organisations/:id/dissolve': {
      who: staff,
      async handle(ctx, caller) {
        const { on } = bodyOf(ctx, dissolveSchema)
        return alone(strapi, async () => {
          const organisation = await named(ctx, caller)
          await dissolve(step(caller), organisation, on)
          return { data: { id: organisation.id } }
        })
      },
    },
  })
}
