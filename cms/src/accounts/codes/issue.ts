/** Printed codes for the branch: each member's code once, in clear, for printing. Whoever has an account gets one for a new password. */
import type { Core } from '@strapi/types'
import { printedCode } from '../../domain/accounts/one-time-code'
import { findMemberById } from '../../stores/member-identities'
import { makeMemberCode } from './make'

export type PrintedCode = {
  memberId: string
  number: string
  name: string
  purpose: 'activation' | 'reset'
  /** ABCDE-FGHJK; nobody can look it up again */
  code: string
  expiresAt: string
}

/**
 * Older printed codes of these members stop working. Who may ask, and for whom, the caller has checked.
 * @returns in the order asked; those who have left, or are not there, are left out
 */
export async function issueCodes(strapi: Core.Strapi, memberIds: readonly string[], now: Date): Promise<PrintedCode[]> {
  return strapi.db.transaction(async () => {
    const codes: PrintedCode[] = []
    for (const id of new Set(memberIds)) {
      const member = await findMemberById(strapi, id)
      if (!member?.isPresent) continue
      const purpose = member.accountId === null ? 'activation' : 'reset'
      const { code, expiresAt } = await makeMemberCode(strapi, id, purpose, 'paper', now)
      const { number, name } = member
      codes.push({ memberId: id, number, name, purpose, code: printedCode(code), expiresAt: expiresAt.toISOString() })
    }
    return codes
  })
}
