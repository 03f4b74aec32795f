import { PaymentSettingError } from './keys'
import type { PaymentEnvironment, PaymentSetting } from './shape'
import { isLocal } from './shape'

type Names = readonly PaymentSetting[]

/** @returns null where the operator has entered nothing; half a set of keys is a mistake. */
export function requireAll<const T extends Names>(
  environment: PaymentEnvironment,
  needed: T,
  others: Names,
): Record<T[number], string> | null {
  if ([...needed, ...others].every((name) => environment[name] === undefined)) return null
  const missing = needed.find((name) => environment[name] === undefined)
  if (missing) throw new PaymentSettingError(missing, 'is missing, while others of this provider are set')
  return Object.fromEntries(needed.map((name) => [name, environment[name]])) as Record<T[number], string>
}

/** Providers send notices to the portal's own address, over TLS; with a provider on this machine nobody looks. */
export function notifyUrlOf({ SITE_URL }: PaymentEnvironment, api: string, provider: string): string {
  if (!SITE_URL.startsWith('https://') && !isLocal(api)) {
    throw new PaymentSettingError('SITE_URL', 'must be the public https:// address once online payment is on')
  }
  return new URL(`/api/payments/${provider}/notify`, SITE_URL).href
}
