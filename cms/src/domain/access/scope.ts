/** Everybody sees his own organisation and what is below it. A path names all organisations from the top: `/committee/branch/`. */
import type { OfficeRole, Role } from './roles'

export type HeldOffice = { role: OfficeRole; organisationId: string; path: string }

export type MemberCaller = {
  accountId: number
  memberId: string
  name: string
  organisationId: string
  offices: readonly HeldOffice[]
  /** whether this session has shown a second factor */
  hasSecondFactor: boolean
}

/** As branches of the tree that do not lie within each other. */
export function pathsOf({ offices }: Pick<MemberCaller, 'offices'>, roles: readonly Role[]): string[] {
  const held = [...new Set(offices.filter(({ role }) => roles.includes(role)).map(({ path }) => path))]
  return held.filter((path) => !held.some((other) => other !== path && path.startsWith(other)))
}

export const mayActOn = (caller: Pick<MemberCaller, 'offices'>, roles: readonly Role[], path: string): boolean =>
  pathsOf(caller, roles).some((held) => path.startsWith(held))

export const holdsOneOf = (caller: Pick<MemberCaller, 'offices'>, roles: readonly Role[]): boolean =>
  roles.includes('member') || caller.offices.some(({ role }) => roles.includes(role))
