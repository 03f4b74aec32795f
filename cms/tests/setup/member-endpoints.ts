/** Who may call each endpoint for members, and what to call it with: a new one without an entry fails member-access.test.ts. */
import type { Role } from '../../src/domain/access/roles.ts'
import type { Member } from '../../src/domain/members/member.ts'

/** What a call is about: something of the caller's own branch, or of another. */
export type Target = { organisationId: string; parentId: string; member: Member; officeId: string }

export type EndpointEntry = {
  who: 'anyone' | readonly Role[]
  /** with what stands for `:id`, of the target; endpoints that are about the caller himself have none */
  id?: (target: Target) => string
  /** sent as JSON; valid, but refused by a rule, so that nothing changes */
  body?: (target: Target) => object
}

const officers: readonly Role[] = ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff', 'auditor']
const keepers: readonly Role[] = ['branch-secretary', 'general-branch', 'committee-staff']
const staff: readonly Role[] = ['committee-staff']
/** before everything was founded */
const NEVER = '1900-01-01'
const NOT_YET = '2999-01-01'

const organisation = ({ organisationId }: Target) => organisationId
const member = (target: Target) => target.member.id
const newMember = ({ organisationId }: Target) => ({
  ...{ number: 'NEW-1', name: '新人', organisationId, status: 'probationary', admittedOn: NOT_YET, fullOn: null },
  ...{ category: 'student', phone: null, mail: null, identity: null },
})

export const memberEndpointEntries: Record<string, EndpointEntry> = {
  'GET /api/member/me': { who: ['member'] },
  'GET /api/organisations': { who: officers },
  'GET /api/organisations/:id': { who: officers, id: organisation },
  'POST /api/organisations': {
    who: staff,
    body: ({ organisationId }) => ({ kind: 'group', name: '新小组', parentId: organisationId, foundedOn: NEVER }),
  },
  'POST /api/organisations/:id/rename': { who: staff, id: organisation, body: () => ({ name: '改名', on: NEVER }) },
  'POST /api/organisations/:id/move': {
    who: staff,
    id: organisation,
    body: ({ parentId }) => ({ parentId, on: NEVER }),
  },
  'POST /api/organisations/:id/merge': {
    who: staff,
    id: organisation,
    body: ({ organisationId }) => ({ into: organisationId, on: NEVER }),
  },
  'POST /api/organisations/:id/dissolve': { who: staff, id: organisation, body: () => ({ on: NEVER }) },
  'GET /api/members': { who: officers },
  'GET /api/members/:id': { who: officers, id: member },
  'POST /api/members': { who: keepers, body: newMember },
  'PUT /api/members/:id': { who: keepers, id: member, body: newMember },
  'POST /api/members/:id/identity': { who: keepers, id: member },
  'POST /api/offices': {
    who: staff,
    body: (target) => ({
      ...{ memberId: target.member.id, role: 'committee-staff' },
      ...{ organisationId: target.organisationId, fromOn: '2026-01-01' },
    }),
  },
  'POST /api/offices/:id/end': { who: staff, id: ({ officeId }) => officeId },
}
