/** What members owe for a month, from what the roster and the branch know of them. */
import type { Core } from '@strapi/types'
import { type Assessment, assess } from '../domain/dues/assess'
import type { ConfirmedBase } from '../domain/dues/base-history'
import type { Month } from '../domain/dues/months'
import type { DuesSettings } from '../domain/dues/settings'
import type { Member } from '../domain/members/member'
import type { KeyRing } from '../sealing/key-ring'
import { sealingRing } from '../sealing/ring'
import { type Base, factsOf, type MemberDuesFacts } from '../stores/dues/facts'

export const basePurpose = (memberId: string) => `base:${memberId}`

const openBase = (ring: KeyRing, { category, from, sealedBase, memberId }: Base): ConfirmedBase => ({
  ...{ category, from, baseFen: Number(ring.unseal(sealedBase, basePurpose(memberId))) },
})

function assessMember(
  ring: KeyRing,
  member: Member,
  facts: MemberDuesFacts,
  settings: DuesSettings,
  month: Month,
): Assessment {
  const { admittedOn, leftOn } = member
  const { stays, categories, decisions } = facts
  return assess({
    member: { admittedOn, leftOn, transferredIn: null, stays, away: [], categories, chosenFen: null },
    bases: facts.bases.map((base) => openBase(ring, base)),
    ...{ decisions, settings, month },
  })
}

export async function assessMembers(
  strapi: Core.Strapi,
  members: readonly Member[],
  settings: DuesSettings,
  month: Month,
) {
  const ring = sealingRing(strapi)
  const facts = await factsOf(
    strapi,
    members.map(({ id }) => id),
  )
  return members.map((member) => {
    const known = facts.get(member.id) ?? { stays: [], categories: [], bases: [], decisions: [] }
    return { member, assessment: assessMember(ring, member, known, settings, month) }
  })
}
