/**
 * What a browser carries from its way out to the college's log-in until it comes back: sealed, so that nobody reads or writes
 * it, and bound to this browser by its cookie. Somebody else's answer, or one that comes without having been asked for, is none.
 */
import { randomBytes } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { z } from 'zod'
import { returnAddress } from '../../domain/accounts/return-address'
import { sealingRing } from '../../sealing/ring'
import { setCookie } from '../http/cookie'

export type SignOnWay = 'oidc' | 'cas'

const COOKIE = 'member-sign-on'
const LASTS_MS = 10 * 60_000
const STATE_BYTES = 32

const flowSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  isKept: z.boolean(),
  atMs: z.number(),
})
export type Flow = z.infer<typeof flowSchema>

const random = () => randomBytes(STATE_BYTES).toString('base64url')
const pathOf = (way: SignOnWay) => `/api/auth/${way}`
const purposeOf = (way: SignOnWay) => `sign-on:${way}`

/** The answer is a navigation from another site: with `strict` the cookie would stay at home. */
const limits = (way: SignOnWay) => ({ sameSite: 'lax', path: pathOf(way), maxAge: LASTS_MS }) as const

export function beginFlow(strapi: Core.Strapi, ctx: Context, way: SignOnWay, now: Date): Flow {
  const asked = { to: returnAddress(ctx.query.to), isKept: ctx.query.kept === '1' }
  const flow = { ...asked, state: random(), nonce: random(), verifier: random(), atMs: now.getTime() }
  setCookie(ctx, COOKIE, sealingRing(strapi).seal(JSON.stringify(flow), purposeOf(way)), limits(way))
  return flow
}

/** Once: the cookie goes with the first answer. @returns null where nothing was begun in this browser, or too long ago */
export function endFlow(strapi: Core.Strapi, ctx: Context, way: SignOnWay, now: Date): Flow | null {
  const sealed = ctx.cookies.get(COOKIE, { signed: false })
  setCookie(ctx, COOKIE, null, limits(way))
  if (!sealed) return null
  try {
    const flow = flowSchema.parse(JSON.parse(sealingRing(strapi).unseal(sealed, purposeOf(way))))
    return now.getTime() - flow.atMs < LASTS_MS ? flow : null
  } catch {
    return null
  }
}
