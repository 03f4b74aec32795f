/**
 * When somebody who does nothing is logged out of the desk. Strapi renews a session while its pages ask for anything, and
 * ours ask by themselves: so the browser watches for what a person does, and the server's own limit stands a little behind.
 */
const MINUTE_S = 60
const MINUTE_MS = 60_000
/** how long one access token is good for: the session is renewed at each new one */
const ACCESS_MINUTES = 10
const WARN_BEFORE_MS = 2 * MINUTE_MS

/** Strapi's `admin.auth.sessions`, in seconds. Who ticked 记住我 comes back within two weeks without a password. */
export function sessionLifespans(idleMinutes: number) {
  return {
    accessTokenLifespan: Math.min(ACCESS_MINUTES, idleMinutes) * MINUTE_S,
    idleSessionLifespan: (idleMinutes + ACCESS_MINUTES) * MINUTE_S,
    maxSessionLifespan: 24 * 60 * MINUTE_S,
    idleRefreshTokenLifespan: 14 * 24 * 60 * MINUTE_S,
    maxRefreshTokenLifespan: 30 * 24 * 60 * MINUTE_S,
  }
}

export type IdleState = { state: 'active' | 'warned'; nextLookInMs: number } | { state: 'over' }

export function resolveIdle(lastDeedAt: number, now: number, idleMinutes: number): IdleState {
  const leftMs = lastDeedAt + idleMinutes * MINUTE_MS - now
  if (leftMs <= 0) return { state: 'over' }
  if (leftMs <= WARN_BEFORE_MS) return { state: 'warned', nextLookInMs: leftMs }
  return { state: 'active', nextLookInMs: leftMs - WARN_BEFORE_MS }
}
