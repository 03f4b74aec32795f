/** Carries out what was planned of a roster file, within the transaction it is called in. */
import type { Core } from '@strapi/types'
import type { NotedAct } from '../audit/note-act'
import { monthOf } from '../domain/dues/months'
import { branchIdOf } from '../domain/organisation/kinds'
import type { Organisation } from '../domain/organisation/organisation'
import type { Entry } from '../domain/roster/changes'
import type { Place } from '../domain/roster/places'
import type { RosterPlan } from '../domain/roster/plan'
import { beijingDate } from '../domain/time/beijing'
import { sealingRing } from '../sealing/ring'
import { noteCategories, noteStays } from '../stores/dues/facts'
import { insertMembers, type MemberRow, newMemberId, updateMember } from '../stores/members'
import { findOrganisation } from '../stores/organisations'
import type { ImportStep, Planned } from './import-roster'
import { found } from './organisations'
import { identityPurpose, logged, subjectOf } from './roster'

/** @returns ids by what the plan calls them */
async function foundPlanned(step: ImportStep, { organisations }: RosterPlan): Promise<Map<string, string>> {
  const made = new Map<string, Organisation>()
  for (const { id, kind, name, parentId } of organisations) {
    const parent = made.get(parentId) ?? (await findOrganisation(step.strapi, parentId))
    made.set(id, await found(step, { kind, name, foundedOn: step.foundOn ?? '' }, parent))
  }
  return new Map([...made].map(([key, { id }]) => [key, id]))
}

/** What dues go by: to which branch a month is owed, and by which rule; as when one member is added or changed. */
async function noteForDues(
  strapi: Core.Strapi,
  { plan }: Planned,
  applied: Applied,
  ids: ReadonlyMap<string, string>,
  today: string,
) {
  const branchOf = ({ kind, id, parentId }: Place) => {
    const branch = branchIdOf({ kind, id, parentId })
    return ids.get(branch) ?? branch
  }
  const came = applied.added.map(({ id: memberId, admittedOn, category }, at) => ({
    stay: { memberId, organisationId: branchOf(plan.added[at].place), from: admittedOn },
    category: { memberId, category, from: monthOf(admittedOn) },
  }))
  const moved = plan.changed.filter(({ isMoved }) => isMoved)
  const changed = plan.changed.filter(({ before, after }) => before.category !== after.category)
  await noteStays(strapi, [
    ...came.map(({ stay }) => stay),
    ...moved.map(({ after, place }) => ({ memberId: after.id, organisationId: branchOf(place), from: today })),
  ])
  await noteCategories(strapi, [
    ...came.map(({ category }) => category),
    ...changed.map(({ after }) => ({ memberId: after.id, category: after.category, from: monthOf(today) })),
  ])
}

type Applied = { added: MemberRow[]; changed: { before: Entry; after: MemberRow }[] }

export async function applyPlan(step: ImportStep, planned: Planned): Promise<Applied> {
  const { strapi, now } = step
  const { plan, sealed } = planned
  const ids = await foundPlanned(step, plan)
  const stored = (entry: Entry, place: Place, sealedIdentity: string | null): MemberRow => {
    const { identity, ...member } = { ...entry, organisationId: ids.get(place.id) ?? place.id }
    const purpose = identityPurpose(entry.id)
    return { ...member, sealedIdentity: identity ? sealingRing(strapi).seal(identity, purpose) : sealedIdentity }
  }
  const added = plan.added.map(({ entry, place }) => stored({ ...entry, id: newMemberId() }, place, null))
  const changed = plan.changed.map(({ before, after, place }) => ({
    before,
    after: stored(after, place, sealed.get(after.id) ?? null),
  }))
  await insertMembers(strapi, added, now)
  for (const { after } of changed) await updateMember(strapi, after, now)
  await noteForDues(strapi, planned, { added, changed }, ids, beijingDate(now))
  return { added, changed }
}

export function actsOf({ added, changed }: Applied): NotedAct[] {
  const act = 'roster.member' as const
  return [
    ...added.map((member) => ({ act, subject: subjectOf(member), after: logged(member) })),
    ...changed.map(({ before, after }) => ({
      ...{ act, subject: subjectOf(after), before: logged(before), after: logged(after) },
    })),
  ]
}
