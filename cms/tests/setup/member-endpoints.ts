/** Who may call each endpoint for members, and what to call it with: a new one without an entry fails member-access.test.ts. */
import type { Role } from '../../src/domain/access/roles.ts'
import type { Member } from '../../src/domain/members/member.ts'

/** What a call is about: something of the caller's own branch, or of another. */
export type Target = {
  organisationId: string
  parentId: string
  member: Member
  officeId: string
  billId: string
  /** written down, and waits for the member's word */
  paymentId: string
  baseId: string
  requestId: string
}

export type EndpointEntry = {
  who: 'anyone' | readonly Role[]
  /** with what stands for `:id`, of the target; endpoints that are about the caller himself have none */
  id?: (target: Target) => string
  /** who it is about is the caller himself: another's is not there, whatever office he holds */
  isOwn?: true
  query?: (target: Target) => string
  /** sent as JSON; valid, but refused by a rule, so that nothing changes */
  body?: (target: Target) => object
}

const officers: readonly Role[] = ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff', 'auditor']
const keepers: readonly Role[] = ['branch-secretary', 'general-branch', 'committee-staff']
const staff: readonly Role[] = ['committee-staff']
const treasury: readonly Role[] = ['treasurer', 'branch-secretary', 'general-branch', 'committee-staff']
const changers: readonly Role[] = ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff']
const overseers: readonly Role[] = ['general-branch', 'committee-staff', 'auditor']
const refusing = { isApproved: false, note: '请核对' }
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
  'POST /api/branch/codes': {
    who: ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff'],
    body: (target) => ({ memberIds: [target.member.id] }),
  },
  'POST /api/members/:id/second-factor/off': { who: staff, id: member },
  'POST /api/offices': {
    who: staff,
    body: (target) => ({
      ...{ memberId: target.member.id, role: 'committee-staff' },
      ...{ organisationId: target.organisationId, fromOn: '2026-01-01' },
    }),
  },
  'GET /api/member/dues': { who: ['member'] },
  'GET /api/member/dues/bases': { who: ['member'] },
  'POST /api/member/dues/bases': { who: ['member'], body: () => ({ from: '2026-01', amount: '-1' }) },
  'POST /api/member/dues/payments/:id/confirm': { who: ['member'], id: ({ paymentId }) => paymentId, isOwn: true },
  'POST /api/member/dues/payments/:id/deny': { who: ['member'], id: ({ paymentId }) => paymentId, isOwn: true },
  'GET /api/member/dues/online': { who: ['member'] },
  'POST /api/member/dues/online': { who: ['member'], body: () => ({ key: 'no-key' }) },
  'GET /api/member/dues/online/:id': { who: ['member'], id: ({ paymentId }) => paymentId, isOwn: true },
  'POST /api/member/dues/online/:id/cancel': { who: ['member'], id: ({ paymentId }) => paymentId, isOwn: true },
  'GET /api/branch/dues': {
    who: officers,
    query: ({ organisationId }) => `month=2026-11&organisation=${organisationId}`,
  },
  'GET /api/branch/members/:id/dues': { who: officers, id: member },
  'GET /api/branch/members/:id/bases': { who: treasury, id: member },
  'POST /api/branch/members/:id/bases': { who: treasury, id: member, body: () => ({ from: '2000-01', amount: '1' }) },
  'GET /api/branch/dues/waiting': { who: officers },
  'POST /api/branch/dues/payments': {
    who: treasury,
    body: (target) => ({
      ...{ key: 'walked-by-the-matrix', memberId: target.member.id, amount: '1', method: 'cash', paidOn: NOT_YET },
      ...{
        arrangement: { rhythm: 'monthly', payer: { kind: 'self' }, consent: null },
        isRestVoluntary: false,
        slip: null,
      },
    }),
  },
  'POST /api/branch/dues/payments/:id/withdraw': { who: treasury, id: ({ paymentId }) => paymentId },
  'POST /api/branch/dues/bases/:id/decide': { who: treasury, id: ({ baseId }) => baseId, body: () => refusing },
  'POST /api/branch/dues/decisions': {
    who: staff,
    body: (target) => ({
      memberId: target.member.id,
      decision: {
        ...{ effect: { kind: 'exempt' }, from: '2026-11', until: '2026-10', document: '文号', revokedFrom: null },
        studied: { organisationId: target.organisationId, on: '2026-10-01' },
        approved: { organisationId: target.parentId, on: '2026-10-02' },
      },
    }),
  },
  'POST /api/branch/dues/corrections': {
    who: treasury,
    // as it is already
    body: ({ billId }) => ({ billId, amount: '0.20', reason: '核对以后的更正' }),
  },
  'POST /api/branch/dues/refunds': {
    who: treasury,
    body: ({ paymentId }) => ({ paymentId, amount: '9999', reason: '多交以后的退款' }),
  },
  'POST /api/branch/dues/requests/:id/decide': {
    who: changers,
    id: ({ requestId }) => requestId,
    body: () => refusing,
  },
  'GET /api/committee/dues': { who: overseers, query: () => 'month=2026-11' },
  'GET /api/committee/dues/balances': { who: officers },
  'GET /api/committee/dues/check': { who: overseers },
  'POST /api/committee/dues/check': { who: staff },
  'POST /api/committee/dues/billing': { who: staff, body: () => ({ month: NOT_YET.slice(0, 7) }) },
  'POST /api/offices/:id/end': { who: staff, id: ({ officeId }) => officeId },
}
