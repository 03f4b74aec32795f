/** A password that somebody wants to have: checked against the rules, then hashed. */
import { checkPassword, problemWords } from '../domain/accounts/password-rules'
import { refuseAccount } from '../domain/accounts/refusals'
import type { MemberIdentity } from '../stores/member-identities'
import type { Passwords } from './passwords'

export function demandGoodPassword(password: string, { number, name, phone }: MemberIdentity) {
  const problems = checkPassword(password, [number, name, phone])
  if (problems.length === 0) return
  refuseAccount('PASSWORD_WEAK', { problems: problems.map((code) => ({ code, message: problemWords[code] })) })
}

/** @throws AccountRefusal PASSWORD_WEAK with every problem, TOO_BUSY */
export async function hashNewPassword(passwords: Passwords, password: string, member: MemberIdentity): Promise<string> {
  demandGoodPassword(password, member)
  return passwords.hash(password)
}
