/** The cookie's routes, and what somebody who is logged in does with his devices and password. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { AccountRefusal } from '../../domain/accounts/refusals'
import { changePassword } from '../change-password'
import type { Passwords } from '../passwords'
import { devicesOf, logOutEverywhere, removeDevice } from '../sessions/devices'
import { logOut, refreshSession } from '../sessions/refresh'
import { about, inputOf, memberRoute, openRoute, type Route } from './add-routes'
import { addressOf } from './caller'
import { dropRefreshCookie, readRefreshCookie } from './cookie'
import * as input from './input'
import { handOut } from './pass'

async function refresh(strapi: Core.Strapi, ctx: Context) {
  const now = new Date()
  try {
    return handOut(ctx, await refreshSession(strapi, readRefreshCookie(ctx), now))
  } catch (error) {
    if (error instanceof AccountRefusal) dropRefreshCookie(ctx)
    throw error
  }
}

const idOf = (ctx: Context) => (ctx as unknown as { params: { id: string } }).params.id

export const ownSessions = (strapi: Core.Strapi, passwords: Passwords): Route[] => [
  openRoute('POST /refresh', (ctx) => refresh(strapi, ctx)),
  // whoever has no session any more is logged out just as well
  openRoute('POST /logout', async (ctx) => {
    about(ctx, await logOut(strapi, readRefreshCookie(ctx), new Date()))
    dropRefreshCookie(ctx)
    return {}
  }),
  memberRoute('POST /logout-everywhere', async (ctx, { accountId }) => {
    const ended = await logOutEverywhere(strapi, accountId, new Date())
    dropRefreshCookie(ctx)
    return { ended }
  }),
  memberRoute('GET /devices', (_ctx, { accountId, id }) => devicesOf(strapi, accountId, id, new Date())),
  memberRoute('DELETE /devices/:id', async (ctx, { accountId, id }) => {
    await removeDevice(strapi, accountId, idOf(ctx), new Date())
    if (idOf(ctx) === id) dropRefreshCookie(ctx)
    return {}
  }),
  memberRoute('POST /password', async (ctx, session) => {
    const change = inputOf(ctx, input.passwordChange)
    await changePassword(strapi, passwords, session, change, addressOf(ctx), new Date())
    return {}
  }),
]
