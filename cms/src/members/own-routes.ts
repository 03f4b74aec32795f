/** `/api/member/me`: what a member sees of himself. */
import type { Core } from '@strapi/types'
import { addMemberRoutes } from '../member-api/add-routes'
import { notFound } from '../member-api/gate'
import { findMember } from '../stores/members'
import { findOrganisation } from '../stores/organisations'

export function addOwnRoutes(strapi: Core.Strapi) {
  addMemberRoutes(strapi, 'member', {
    'GET /member/me': {
      who: ['member'],
      async handle(_ctx, caller) {
        const member = await findMember(strapi, caller.memberId)
        if (!member) throw notFound()
        const organisation = await findOrganisation(strapi, member.organisationId)
        const offices = caller.offices.map(({ role, organisationId }) => ({ role, organisationId }))
        return { data: { ...member, organisation: organisation?.name ?? '', offices } }
      },
    },
  })
}
