/** What branches and the committee do for other people's accounts: printed codes, and a second factor that was lost. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { noteAct } from '../../audit/note-act'
import { refuse } from '../../content-api/refuse'
import { needsSecondFactor, type Role } from '../../domain/access/roles'
import { type MemberCaller, pathsOf } from '../../domain/access/scope'
import type { Member } from '../../domain/members/member'
import { beijingDate } from '../../domain/time/beijing'
import { addMemberRoutes } from '../../member-api/add-routes'
import { notFound } from '../../member-api/gate'
import { bodyOf } from '../../member-api/parse'
import { findMember } from '../../stores/members'
import { officesHeld } from '../../stores/offices'
import { issueCodes } from '../codes/issue'
import { takeAway } from '../second-factor/set-up'

const staff: readonly Role[] = ['committee-staff']
const issuers: readonly Role[] = ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff']
/** a large branch, or a whole year of students */
const MOST_AT_ONCE = 500

const codesSchema = z.strictObject({ memberIds: z.array(z.string().min(1).max(40)).min(1).max(MOST_AT_ONCE) })

const subjectOf = ({ id, name }: Pick<Member, 'id' | 'name'>) => ({ uid: 'member', id, title: name })

export function addBranchAccountRoutes(strapi: Core.Strapi) {
  async function seen(caller: MemberCaller, who: readonly Role[], id: string): Promise<Member> {
    const member = await findMember(strapi, id, pathsOf(caller, who))
    if (!member) throw notFound()
    return member
  }

  /** A printed code opens an account: whoever could print one for the treasurer could be the treasurer. */
  async function demandMayIssue(caller: MemberCaller, member: Member, today: string) {
    if (caller.offices.some(({ role }) => role === 'committee-staff') && caller.hasSecondFactor) return
    const held = await officesHeld(strapi, member.id, today)
    if (needsSecondFactor(held.map(({ role }) => role))) refuse('CODE_FOR_OFFICE', { memberId: member.id })
  }

  addMemberRoutes(strapi, 'member-accounts', {
    'POST /branch/codes': {
      who: issuers,
      async handle(ctx, caller) {
        const now = new Date()
        const { memberIds } = bodyOf(ctx, codesSchema)
        return strapi.db.transaction(async () => {
          for (const id of new Set(memberIds)) {
            const member = await seen(caller, issuers, id)
            await demandMayIssue(caller, member, beijingDate(now))
            await noteAct(strapi, { act: 'roster.codes', subject: subjectOf(member) }, now)
          }
          return { data: await issueCodes(strapi, memberIds, now) }
        })
      },
    },
    'POST /members/:id/second-factor/off': {
      who: staff,
      async handle(ctx, caller) {
        const now = new Date()
        return strapi.db.transaction(async () => {
          const member = await seen(caller, staff, ctx.params.id)
          if (!(await takeAway(strapi, member.id, now))) refuse('SECOND_FACTOR_NONE')
          await noteAct(strapi, { act: 'roster.second-factor', subject: subjectOf(member) }, now)
          return { data: {} }
        })
      },
    },
  })
}
