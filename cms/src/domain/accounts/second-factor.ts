/**
 * The second factor: a code of an authenticator app (RFC 6238, thirty seconds, six digits). Whoever sees the money or the data
 * of others needs one. It holds for a working day; then a new code is asked for, not the password.
 */
const HOUR_MS = 60 * 60 * 1000
export const SECOND_FACTOR_HOLDS_MS = 12 * HOUR_MS

export const TOTP_PERIOD_S = 30
export const TOTP_DIGITS = 6
/** one step before and after: a phone's clock may be half a minute off */
export const TOTP_WINDOW = 1

export const isSecondFactorFresh = (passedAtMs: number | null, now: Date): boolean =>
  passedAtMs !== null && now.getTime() - passedAtMs < SECOND_FACTOR_HOLDS_MS

/** absent: none was set up; asked: set up, and not shown in this session, or too long ago. */
export type SecondFactorState = 'absent' | 'asked' | 'passed'

export function secondFactorState(isSetUp: boolean, passedAtMs: number | null, now: Date): SecondFactorState {
  if (!isSetUp) return 'absent'
  return isSecondFactorFresh(passedAtMs, now) ? 'passed' : 'asked'
}

export const RECOVERY_CODES = 10
