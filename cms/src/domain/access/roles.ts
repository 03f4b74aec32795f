/**
 * Who may do what for others. Everybody whose account lives has the role `member`, for himself. The other roles are offices:
 * held at one organisation, for it and for everything below it.
 */
import type { OrganisationKind } from '../organisation/kinds'

type Office = { name: string; heldAt: readonly OrganisationKind[]; needsSecondFactor: boolean }

export const offices = {
  'branch-secretary': { name: '支部书记', heldAt: ['branch'], needsSecondFactor: false },
  treasurer: { name: '组织委员', heldAt: ['branch'], needsSecondFactor: true },
  'general-branch': { name: '党总支', heldAt: ['general-branch'], needsSecondFactor: true },
  'committee-staff': { name: '党委工作人员', heldAt: ['committee'], needsSecondFactor: true },
  auditor: { name: '审计人员', heldAt: ['committee', 'general-branch', 'branch'], needsSecondFactor: true },
} as const satisfies Record<string, Office>

export type OfficeRole = keyof typeof offices
export type Role = 'member' | OfficeRole

export const officeRoles = Object.keys(offices) as [OfficeRole, ...OfficeRole[]]
/** those who see the organisation of others: an auditor reads, and changes nothing */
export const readers = officeRoles
export const changers = officeRoles.filter((role) => role !== 'auditor')

export const needsSecondFactor = (held: readonly OfficeRole[]): boolean =>
  held.some((role) => offices[role].needsSecondFactor)
