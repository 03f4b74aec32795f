/** Who is in the roster, and who holds which office: each change with its row of the audit log, in one transaction. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import { type OfficeRole, offices } from '../domain/access/roles'
import { isIdNumber } from '../domain/checks/id-cards'
import { monthOf } from '../domain/dues/months'
import { checkMemberDates, type Member, type MemberData } from '../domain/members/member'
import { branchIdOf, holdsMembers, type OrganisationKind } from '../domain/organisation/kinds'
import type { Organisation } from '../domain/organisation/organisation'
import { beijingDate } from '../domain/time/beijing'
import { sealingRing } from '../sealing/ring'
import { noteCategory, noteStay } from '../stores/dues/facts'
import * as store from '../stores/members'
import { appoint, endOffice, type Office, officesAt } from '../stores/offices'

type Now = { strapi: Core.Strapi; now: Date }

export const identityPurpose = (memberId: string) => `identity:${memberId}`
export const subjectOf = ({ id, name }: Pick<Member, 'id' | 'name'>) => ({ uid: 'member', id, title: name })

/** What the log may keep of a person: no number, no phone, no address. */
export const logged = ({
  organisationId,
  status,
  category,
  admittedOn,
  fullOn,
  leftOn,
}: Pick<Member, 'organisationId' | 'status' | 'category' | 'admittedOn' | 'fullOn' | 'leftOn'>) => ({
  ...{ organisationId, status, category, admittedOn, fullOn, leftOn },
})

async function refuseUnfit({ strapi, now }: Now, data: MemberData, organisation: Organisation, besides: string | null) {
  if (!holdsMembers(organisation.kind) || organisation.dissolvedOn)
    refuse('MEMBER_ORGANISATION', { fields: ['organisationId'] })
  const refusal = checkMemberDates(data, beijingDate(now))
  if (refusal) refuse(refusal, { fields: ['admittedOn', 'fullOn'] })
  if (data.identity && !isIdNumber(data.identity, now)) refuse('MEMBER_IDENTITY', { fields: ['identity'] })
  const other = await store.findMemberByNumber(strapi, data.number)
  if (other && other.id !== besides) refuse('MEMBER_NUMBER_TAKEN', { fields: ['number'] })
}

export async function addMember(
  step: Now,
  { identity, ...data }: MemberData,
  organisation: Organisation,
): Promise<string> {
  const { strapi, now } = step
  return strapi.db.transaction(async () => {
    await refuseUnfit(step, { identity, ...data }, organisation, null)
    const id = store.newMemberId()
    const sealedIdentity = identity ? sealingRing(strapi).seal(identity, identityPurpose(id)) : null
    const member = { ...data, id, leftOn: null, organisationId: organisation.id }
    await store.insertMember(strapi, { ...member, sealedIdentity }, now)
    await noteStay(strapi, id, branchIdOf(organisation), data.admittedOn)
    await noteCategory(strapi, id, data.category, monthOf(data.admittedOn))
    await noteAct(strapi, { act: 'roster.member', subject: subjectOf(member), after: logged(member) }, now)
    return id
  })
}

/** @param data `identity: null` leaves the sealed number as it is */
export async function changeMember(
  step: Now,
  member: Member,
  { identity, ...data }: MemberData,
  organisation: Organisation,
) {
  const { strapi, now } = step
  return strapi.db.transaction(async () => {
    await refuseUnfit(step, { identity, ...data }, organisation, member.id)
    const sealedIdentity = identity
      ? sealingRing(strapi).seal(identity, identityPurpose(member.id))
      : await store.sealedIdentityOf(strapi, member.id)
    const changed = { ...member, ...data, organisationId: organisation.id }
    await store.updateMember(strapi, { ...changed, sealedIdentity }, now)
    const today = beijingDate(now)
    if (organisation.id !== member.organisationId) await noteStay(strapi, member.id, branchIdOf(organisation), today)
    if (data.category !== member.category) await noteCategory(strapi, member.id, data.category, monthOf(today))
    await noteAct(
      strapi,
      { act: 'roster.member', subject: subjectOf(changed), before: logged(member), after: logged(changed) },
      now,
    )
  })
}

/** Reading it whole is an act: the log says who looked at whose. */
export async function revealIdentity({ strapi, now }: Now, member: Member): Promise<string | null> {
  return strapi.db.transaction(async () => {
    const sealed = await store.sealedIdentityOf(strapi, member.id)
    await noteAct(strapi, { act: 'roster.reveal', subject: subjectOf(member) }, now)
    return sealed === null ? null : sealingRing(strapi).unseal(sealed, identityPurpose(member.id))
  })
}

export async function appointTo(
  { strapi, now }: Now,
  member: Member,
  role: OfficeRole,
  organisation: Organisation,
  fromOn: string,
) {
  return strapi.db.transaction(async () => {
    const places: readonly OrganisationKind[] = offices[role].heldAt
    if (organisation.dissolvedOn) refuse('ORGANISATION_DISSOLVED')
    if (!places.includes(organisation.kind)) refuse('OFFICE_PLACE', { fields: ['organisationId'] })
    const held = await officesAt(strapi, organisation.id)
    if (held.some((one) => one.memberId === member.id && one.role === role && one.untilOn === null))
      refuse('OFFICE_HELD')
    const id = await appoint(strapi, {
      memberId: member.id,
      role,
      organisationId: organisation.id,
      fromOn,
      untilOn: null,
    })
    const after = { role, organisation: organisation.name, fromOn }
    await noteAct(strapi, { act: 'roster.office', subject: subjectOf(member), after }, now)
    return id
  })
}

/** From tomorrow he may no longer. */
export async function endOfficeOf({ strapi, now }: Now, office: Office, member: Member) {
  return strapi.db.transaction(async () => {
    const today = beijingDate(now)
    if (!(await endOffice(strapi, office.id, today))) refuse('OFFICE_OVER')
    const deed = { before: { role: office.role }, after: { 结束: today } }
    await noteAct(strapi, { act: 'roster.office', subject: subjectOf(member), ...deed }, now)
  })
}
