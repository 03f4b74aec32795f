/** The refresh token's cookie: no script sees it, no other site sends it, and it goes to the account routes alone. */
import type { Context } from 'koa'
import { sessionLives } from '../../domain/accounts/session'
import { readEnvironment } from '../../environment'

const PATH = '/api/auth'

/** `npm start` on one's own machine has no https; everywhere else the address of the portal says so. */
const isSecure = () => new URL(readEnvironment().SITE_URL).protocol === 'https:'
const nameOf = (secure: boolean) => (secure ? '__Secure-member' : 'member')

type Limits = { sameSite: 'strict' | 'lax'; maxAge?: number; path: string }

export function setCookie(ctx: Context, name: string, value: string | null, { sameSite, maxAge, path }: Limits) {
  const secure = isSecure()
  // the proxy in front speaks https, this process does not
  ctx.cookies.secure = secure
  const expiry = value === null ? { expires: new Date(0) } : maxAge === undefined ? {} : { maxAge }
  ctx.cookies.set(name, value ?? '', {
    httpOnly: true,
    secure,
    sameSite,
    path,
    signed: false,
    overwrite: true,
    ...expiry,
  })
}

export const readRefreshCookie = (ctx: Context): string | undefined =>
  ctx.cookies.get(nameOf(isSecure()), { signed: false })

export function keepRefreshCookie(ctx: Context, token: string, isKept: boolean) {
  const maxAge = isKept ? { maxAge: sessionLives.kept.idleMs } : {}
  setCookie(ctx, nameOf(isSecure()), token, { sameSite: 'strict', path: PATH, ...maxAge })
}

export const dropRefreshCookie = (ctx: Context) =>
  setCookie(ctx, nameOf(isSecure()), null, { sameSite: 'strict', path: PATH })
