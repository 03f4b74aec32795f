/** Whether somebody shows the second factor: a code of the app, or one of the recovery codes; each works once. */
import type { Core } from '@strapi/types'
import { typedCode } from '../../domain/accounts/one-time-code'
import { refuseAccount } from '../../domain/accounts/refusals'
import { sealingRing } from '../../sealing/ring'
import { secondFactorOf, useRecoveryCode, useStep } from '../../stores/member-second-factors'
import { digestOf } from '../keys'
import { beginTry } from '../tries'
import { stepOf } from './totp'

export const sealedFor = (accountId: number) => `second-factor:${accountId}`

export const recoveryDigest = (accountId: number, code: string) => digestOf('codes', `recovery:${accountId}:${code}`)

/** @throws AccountRefusal SECOND_FACTOR_WRONG, SECOND_FACTOR_ABSENT, TOO_MANY_TRIES */
export async function showSecondFactor(
  strapi: Core.Strapi,
  accountId: number,
  code: string,
  address: string | null,
  now: Date,
): Promise<void> {
  const begun = await beginTry(strapi, 'second-factor', String(accountId), address, now)
  const factor = await secondFactorOf(strapi, accountId)
  if (!factor?.isConfirmed) return refuseAccount('SECOND_FACTOR_ABSENT')
  const step = stepOf(sealingRing(strapi).unseal(factor.secretSealed, sealedFor(accountId)), code, now)
  const isShown =
    step === null
      ? await useRecoveryCode(strapi, accountId, recoveryDigest(accountId, typedCode(code)), now)
      : await useStep(strapi, accountId, step)
  if (!isShown) refuseAccount('SECOND_FACTOR_WRONG', { accountId })
  await begun.succeeded()
}
