/** Where somebody is logged in, and how to end that. */
import type { Core } from '@strapi/types'
import { refuseAccount } from '../../domain/accounts/refusals'
import { runOut } from '../../domain/accounts/session'
import { endSession, endSessionsOf, findSession, openSessionsOf } from '../../stores/member-sessions'

export type Device = { id: string; name: string; firstSeen: string; lastSeen: string; isThis: boolean; isKept: boolean }

export async function devicesOf(strapi: Core.Strapi, accountId: number, present: string, now: Date): Promise<Device[]> {
  const sessions = await openSessionsOf(strapi, accountId)
  return sessions
    .filter((session) => runOut(session, now) === null)
    .map(({ id, device, openedAtMs, lastSeenAtMs, isKept }) => ({
      ...{ id, name: device, isThis: id === present, isKept },
      ...{ firstSeen: new Date(openedAtMs).toISOString(), lastSeen: new Date(lastSeenAtMs).toISOString() },
    }))
}

/** Somebody else's device is answered like one that is not there. */
export async function removeDevice(strapi: Core.Strapi, accountId: number, id: string, now: Date) {
  const session = await findSession(strapi, id)
  if (session?.accountId !== accountId || session.endedAtMs !== null) return refuseAccount('NOT_FOUND')
  await endSession(strapi, id, 'removed', now)
}

export const logOutEverywhere = (strapi: Core.Strapi, accountId: number, now: Date) =>
  endSessionsOf(strapi, accountId, 'everywhere', now)
