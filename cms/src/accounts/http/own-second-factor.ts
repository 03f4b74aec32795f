/** The second factor of somebody who is logged in. */
import type { Core } from '@strapi/types'
import { secondFactorState } from '../../domain/accounts/second-factor'
import { findMemberOfAccount } from '../../stores/member-identities'
import { recoveryCodesLeft, secondFactorOf } from '../../stores/member-second-factors'
import type { MemberSession } from '../../stores/member-sessions'
import type { Passwords } from '../passwords'
import { passAgain } from '../second-factor/enter'
import { beginSetUp, confirmSetUp, isSecondFactorNeeded, renewRecoveryCodes, switchOff } from '../second-factor/set-up'
import { inputOf, memberRoute, type Route } from './add-routes'
import { addressOf } from './caller'
import * as input from './input'

async function howItStands(strapi: Core.Strapi, { accountId, secondFactorAtMs }: MemberSession, now: Date) {
  const [factor, member] = [await secondFactorOf(strapi, accountId), await findMemberOfAccount(strapi, accountId)]
  return {
    state: secondFactorState(factor?.isConfirmed ?? false, secondFactorAtMs, now),
    isNeeded: member !== null && (await isSecondFactorNeeded(strapi, member.id, now)),
    recoveryCodesLeft: await recoveryCodesLeft(strapi, accountId),
  }
}

export const ownSecondFactor = (strapi: Core.Strapi, passwords: Passwords): Route[] => [
  memberRoute('GET /second-factor', (_ctx, session) => howItStands(strapi, session, new Date())),
  memberRoute('POST /second-factor', (ctx, session) => {
    const { password } = inputOf(ctx, input.setUp)
    return beginSetUp(strapi, passwords, session, password, addressOf(ctx), new Date())
  }),
  memberRoute('POST /second-factor/confirm', async (ctx, session) => {
    const { code } = inputOf(ctx, input.shownCode)
    return { recoveryCodes: await confirmSetUp(strapi, session, code, addressOf(ctx), new Date()) }
  }),
  memberRoute('POST /second-factor/pass', async (ctx, session) => {
    await passAgain(strapi, session, inputOf(ctx, input.shownCode).code, addressOf(ctx), new Date())
    return {}
  }),
  memberRoute('POST /second-factor/recovery-codes', async (ctx, session) => {
    const { code } = inputOf(ctx, input.shownCode)
    return { recoveryCodes: await renewRecoveryCodes(strapi, session, code, addressOf(ctx), new Date()) }
  }),
  memberRoute('POST /second-factor/off', async (ctx, session) => {
    await switchOff(strapi, session, inputOf(ctx, input.shownCode).code, addressOf(ctx), new Date())
    return {}
  }),
]
