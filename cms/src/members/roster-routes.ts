/** `/api/members`, `/api/offices`: the roster of a branch for its secretary, of everybody for the committee's staff. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { refuse } from '../content-api/refuse'
import { officeRoles, type Role } from '../domain/access/roles'
import { type MemberCaller, pathsOf } from '../domain/access/scope'
import { maskedMail, maskedPhone } from '../domain/members/masked'
import { type Member, memberSchema, statusIds } from '../domain/members/member'
import { addMemberRoutes } from '../member-api/add-routes'
import { notFound } from '../member-api/gate'
import { bodyOf, queryOf } from '../member-api/parse'
import { findMember, listMembers } from '../stores/members'
import { findOffice } from '../stores/offices'
import { alone } from './alone'
import { seenOrganisation } from './organisation-routes'
import { addMember, appointTo, changeMember, endOfficeOf, revealIdentity } from './roster'

const PAGE_SIZE = 50
const keepers: readonly Role[] = ['branch-secretary', 'general-branch', 'committee-staff']
const staff: readonly Role[] = ['committee-staff']

const listSchema = z.object({
  words: z.string().trim().max(50).default(''),
  status: z.enum(statusIds).optional(),
  organisation: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const officeSchema = z.strictObject({
  memberId: z.string().max(40),
  role: z.enum(officeRoles),
  organisationId: z.string().max(40),
  fromOn: z.iso.date(),
})

/** As others see it: numbers to reach somebody are masked until they are needed. */
export const shownMember = ({ phone, mail, ...member }: Member) => ({
  ...member,
  phone: phone && maskedPhone(phone),
  mail: mail && maskedMail(mail),
})

export function addRosterRoutes(strapi: Core.Strapi) {
  async function seenMember(caller: MemberCaller, who: readonly Role[], id: string): Promise<Member> {
    const member = await findMember(strapi, id, pathsOf(caller, who))
    if (!member) throw notFound()
    return member
  }

  addMemberRoutes(strapi, 'member', {
    'GET /members': {
      who: officeRoles,
      async handle(ctx, caller) {
        const { organisation, page, status = null, words } = queryOf(ctx, listSchema)
        const below = organisation ? await seenOrganisation(strapi, caller, officeRoles, organisation) : null
        const question = {
          words,
          status,
          organisationPath: below?.path ?? null,
          offset: (page - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
        }
        const { members, total } = await listMembers(strapi, pathsOf(caller, officeRoles), question)
        return { data: members.map(shownMember), meta: { total, pageSize: PAGE_SIZE } }
      },
    },
    'GET /members/:id': {
      who: officeRoles,
      handle: async (ctx, caller) => ({ data: shownMember(await seenMember(caller, officeRoles, ctx.params.id)) }),
    },
    'POST /members': {
      who: keepers,
      async handle(ctx, caller) {
        const data = bodyOf(ctx, memberSchema)
        return alone(strapi, async () => {
          const organisation = await seenOrganisation(strapi, caller, keepers, data.organisationId)
          return { data: { id: await addMember({ strapi, now: new Date() }, data, organisation) } }
        })
      },
    },
    'PUT /members/:id': {
      who: keepers,
      async handle(ctx, caller) {
        const data = bodyOf(ctx, memberSchema)
        return alone(strapi, async () => {
          const member = await seenMember(caller, keepers, ctx.params.id)
          if (member.status === 'former') refuse('MEMBER_ORGANISATION')
          const organisation = await seenOrganisation(strapi, caller, keepers, data.organisationId)
          await changeMember({ strapi, now: new Date() }, member, data, organisation)
          return { data: { id: member.id } }
        })
      },
    },
    'POST /members/:id/identity': {
      who: keepers,
      async handle(ctx, caller) {
        return alone(strapi, async () => {
          const member = await seenMember(caller, keepers, ctx.params.id)
          return { data: { identity: await revealIdentity({ strapi, now: new Date() }, member) } }
        })
      },
    },
    'POST /offices': {
      who: staff,
      async handle(ctx, caller) {
        const { memberId, role, organisationId, fromOn } = bodyOf(ctx, officeSchema)
        return alone(strapi, async () => {
          const member = await seenMember(caller, staff, memberId)
          const organisation = await seenOrganisation(strapi, caller, staff, organisationId)
          return { data: { id: await appointTo({ strapi, now: new Date() }, member, role, organisation, fromOn) } }
        })
      },
    },
    'POST /offices/:id/end': {
      who: staff,
      async handle(ctx, caller) {
        const office = await findOffice(strapi, ctx.params.id)
        if (!office) throw notFound()
        const member = await seenMember(caller, staff, office.memberId)
        return alone(strapi, async () => {
          await endOfficeOf({ strapi, now: new Date() }, office, member)
          return { data: { id: office.id } }
        })
      },
    },
  })
}
