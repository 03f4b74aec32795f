import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import { type SecondFactorState, secondFactorState } from '../../domain/accounts/second-factor'
import { ACCESS_TOKEN_MS } from '../../domain/accounts/session'
import { secondFactorOf } from '../../stores/member-second-factors'
import { addSession, type MemberSession, type Way } from '../../stores/member-sessions'
import { issueAccessToken } from './access-token'
import { newSalt, refreshToken } from './refresh-token'

/** What a log-in or a refresh hands out. The refresh token goes into the cookie, and nowhere else. */
export type Pass = {
  session: MemberSession
  accessToken: string
  expiresAt: Date
  refreshToken: string
  secondFactor: SecondFactorState
}

export async function passOf(strapi: Core.Strapi, session: MemberSession, now: Date): Promise<Pass> {
  const factor = await secondFactorOf(strapi, session.accountId)
  return {
    ...{ session, accessToken: issueAccessToken(strapi, session), refreshToken: refreshToken(session) },
    expiresAt: new Date(now.getTime() + ACCESS_TOKEN_MS),
    secondFactor: secondFactorState(factor?.isConfirmed ?? false, session.secondFactorAtMs, now),
  }
}

export type Opening = {
  accountId: number
  way: Way
  device: string
  isKept: boolean
  /** whether the second factor was shown on the way in */
  isSecondFactorPassed: boolean
}

/** Joins the transaction it is called in. */
export async function openSession(strapi: Core.Strapi, opening: Opening, now: Date): Promise<MemberSession> {
  const { accountId, way, device, isKept, isSecondFactorPassed } = opening
  const nowMs = now.getTime()
  const session: MemberSession = {
    ...{ id: randomUUID(), accountId, way, device, isKept, salt: newSalt(), generation: 0 },
    ...{ rotatedAtMs: nowMs, openedAtMs: nowMs, lastSeenAtMs: nowMs, endedAtMs: null },
    secondFactorAtMs: isSecondFactorPassed ? nowMs : null,
  }
  await addSession(strapi, session)
  return session
}
