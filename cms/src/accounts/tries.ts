/** Who may try to get in: counted for the account, there or not, and for the address. */
import type { Core } from '@strapi/types'
import { accountLimits, addressLimits, type PauseLimits } from '../domain/accounts/login-pause'
import { refuseAccount } from '../domain/accounts/refusals'
import { addressGroup } from '../domain/network/address-group'
import { forgiveTries, giveTryBack, takeTry } from '../stores/member-tries'
import { digestOf } from './keys'

export type TryKind = 'login' | 'code' | 'second-factor' | 'mail'

const SECOND_MS = 1000

async function take(strapi: Core.Strapi, name: string, limits: PauseLimits, now: Date) {
  const decision = await takeTry(strapi, name, limits, now)
  if (!decision.isAllowed) refuseAccount('TOO_MANY_TRIES', { seconds: Math.ceil(decision.waitMs / SECOND_MS) })
}

export type Try = { succeeded: () => Promise<void> }

/**
 * @param who the number as typed, or the account
 * @param address null where nobody knows it
 * @throws AccountRefusal TOO_MANY_TRIES with `seconds`, before anything was looked up
 */
export async function beginTry(
  strapi: Core.Strapi,
  kind: TryKind,
  who: string,
  address: string | null,
  now: Date,
  limits: PauseLimits = accountLimits,
): Promise<Try> {
  const ofAddress = address === null ? null : digestOf('tries', `address:${addressGroup(address)}`)
  const ofAccount = digestOf('tries', `${kind}:${who}`)
  if (ofAddress) await take(strapi, ofAddress, addressLimits, now)
  await take(strapi, ofAccount, limits, now)
  return {
    succeeded: async () => {
      await forgiveTries(strapi, ofAccount)
      if (ofAddress) await giveTryBack(strapi, ofAddress, now)
    },
  }
}
