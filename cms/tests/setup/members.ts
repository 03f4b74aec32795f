/** A small college with members: one committee, two general branches, each with two branches. */

import { issueAccessToken } from '../../src/accounts/sessions/access-token.ts'
import { openSession } from '../../src/accounts/sessions/open.ts'
import type { OfficeRole } from '../../src/domain/access/roles.ts'
import type { Member } from '../../src/domain/members/member.ts'
import type { OrganisationKind } from '../../src/domain/organisation/kinds.ts'
import { beijingDate } from '../../src/domain/time/beijing.ts'
import { noteCategory, noteStay } from '../../src/stores/dues/facts.ts'
import { createAccount } from '../../src/stores/member-accounts.ts'
import { findMemberById } from '../../src/stores/member-identities.ts'
import { insertMember, newMemberId } from '../../src/stores/members.ts'
import { appoint } from '../../src/stores/offices.ts'
import { insertOrganisation } from '../../src/stores/organisations.ts'
import type { TestCms } from './strapi.ts'

export const FOUNDED = '1952-09-01'

export async function createOrganisation(
  cms: TestCms,
  kind: OrganisationKind,
  name: string,
  parent: { id: string; path: string } | null,
) {
  // readable in a failing test; a real one is random
  const id = `org-${name}`
  const path = `${parent?.path ?? '/'}${id}/`
  await insertOrganisation(cms.strapi, {
    id,
    kind,
    name,
    path,
    parentId: parent?.id ?? null,
    foundedOn: FOUNDED,
    dissolvedOn: null,
  })
  return { id, name, path }
}

export async function createCollege(cms: TestCms) {
  const committee = await createOrganisation(cms, 'committee', '党委', null)
  const general = await createOrganisation(cms, 'general-branch', '甲总支', committee)
  const otherGeneral = await createOrganisation(cms, 'general-branch', '乙总支', committee)
  const branch = await createOrganisation(cms, 'branch', '甲一支部', general)
  const sister = await createOrganisation(cms, 'branch', '甲二支部', general)
  const foreign = await createOrganisation(cms, 'branch', '乙一支部', otherGeneral)
  return { committee, general, otherGeneral, branch, sister, foreign }
}
export type College = Awaited<ReturnType<typeof createCollege>>

let numbers = 0

export async function createMember(cms: TestCms, organisationId: string, data: Partial<Member> = {}): Promise<Member> {
  numbers += 1
  const defaults: Omit<Member, 'hasIdentity'> = {
    ...{ id: newMemberId(), number: `T${String(numbers).padStart(6, '0')}`, name: `党员${numbers}`, organisationId },
    ...{ status: 'full', admittedOn: '2015-07-01', fullOn: '2016-07-01', leftOn: null, category: 'salaried' },
    ...{ phone: '13900005678', mail: null },
  }
  const member = { ...defaults, ...data, hasIdentity: false }
  await insertMember(cms.strapi, { ...member, sealedIdentity: null }, new Date())
  await noteStay(cms.strapi, member.id, organisationId, member.admittedOn)
  await noteCategory(cms.strapi, member.id, member.category, member.admittedOn.slice(0, 7))
  return member
}

export const holdOffice = (cms: TestCms, memberId: string, role: OfficeRole, organisationId: string) =>
  appoint(cms.strapi, { memberId, role, organisationId, fromOn: beijingDate(new Date()), untilOn: null })

/** An account that is logged in, with its second factor shown unless a test is about that. */
export async function logInAs(
  cms: TestCms,
  { id }: Pick<Member, 'id'>,
  { secondFactor = true } = {},
): Promise<Record<string, string>> {
  const now = new Date()
  const member = await findMemberById(cms.strapi, id)
  if (!member) throw new Error('there is no such member')
  const accountId = member.accountId ?? (await createAccount(cms.strapi, member, now))
  const opening = {
    accountId,
    way: 'password',
    device: '测试',
    isKept: false,
    isSecondFactorPassed: secondFactor,
  } as const
  const session = await openSession(cms.strapi, opening, now)
  return { authorization: `Bearer ${issueAccessToken(cms.strapi, session)}` }
}

/** Somebody new with this office, logged in. */
export async function logInOfficer(cms: TestCms, role: OfficeRole, organisationId: string, branchId: string) {
  const member = await createMember(cms, branchId)
  await holdOffice(cms, member.id, role, organisationId)
  return { member, headers: await logInAs(cms, member) }
}
