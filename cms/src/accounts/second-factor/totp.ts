/** RFC 6238 as authenticator apps know it: SHA-1, six digits, thirty seconds. */
import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import { TOTP_DIGITS, TOTP_PERIOD_S, TOTP_WINDOW } from '../../domain/accounts/second-factor'

const ISSUER = '智慧党建'
const SECRET_BYTES = 20
const STEP_MS = TOTP_PERIOD_S * 1000

const generator = (secret: string, label: string) =>
  new TOTP({
    ...{ issuer: ISSUER, label, secret: Secret.fromBase32(secret) },
    ...{ algorithm: 'SHA1', digits: TOTP_DIGITS, period: TOTP_PERIOD_S },
  })

export const newSecret = () => new Secret({ size: SECRET_BYTES }).base32

/** @returns the step that the code is of, or null */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = generator(secret, '').validate({ token, timestamp: now.getTime(), window: TOTP_WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / STEP_MS) + delta
}

export type Shown = { secret: string; uri: string; qr: string }

/** For an app that scans, one that opens a link on the same phone, and somebody who types. */
export function shownSecret(secret: string, label: string): Shown {
  const uri = generator(secret, label).toString()
  return { secret: (secret.match(/.{1,4}/g) ?? []).join(' '), uri, qr: renderSVG(uri, { ecc: 'M', border: 2 }) }
}
