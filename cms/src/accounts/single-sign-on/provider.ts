/** What both ways of the college's log-in have in common. */
import type { AccountRefusalCode } from '../../domain/accounts/refusals'
import { readEnvironment } from '../../environment'
import type { Flow, SignOnWay } from './flow'

export type Provider = {
  /** where the browser is sent */
  leadOut(flow: Flow, now: Date): Promise<URL>
  /** @param search of the address it came back to @returns the number, as the college says it; null where it says none */
  whoCameBack(flow: Flow, search: string, now: Date): Promise<string | null>
}

export const callbackOf = (way: SignOnWay) => new URL(`/api/auth/${way}/callback`, readEnvironment().SITE_URL)

export type SignOnProblemCode = Extract<AccountRefusalCode, `SIGN_ON_${string}`>

export class SignOnProblem extends Error {
  readonly code: SignOnProblemCode
  readonly accountId: number | null

  constructor(code: SignOnProblemCode, accountId: number | null = null) {
    super(code)
    this.name = 'SignOnProblem'
    this.code = code
    this.accountId = accountId
  }

  static refuse(code: SignOnProblemCode, accountId: number | null = null): never {
    throw new SignOnProblem(code, accountId)
  }
}
