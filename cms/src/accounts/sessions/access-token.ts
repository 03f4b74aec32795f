/** The plugin signs and reads the access token, and sets `ctx.state.user` by it; the session in it has to be alive as well. */
import type { Core } from '@strapi/types'
import { ACCESS_TOKEN_MS, runOut } from '../../domain/accounts/session'
import { findSession, type MemberSession } from '../../stores/member-sessions'

type Payload = { id: number; sessionId: string }
type JwtService = {
  issue: (payload: Payload, options: { expiresIn: number }) => string
  verify: (token: string) => Promise<Partial<Payload>>
}

const SECOND_MS = 1000

export const issueAccessToken = (strapi: Core.Strapi, { id, accountId }: MemberSession): string =>
  (strapi.plugin('users-permissions').service('jwt') as JwtService).issue(
    { id: accountId, sessionId: id },
    { expiresIn: ACCESS_TOKEN_MS / SECOND_MS },
  )

/** The plugin's own service, which takes a token only while its session lives: a device that was removed is out at once. */
export function withLivingSessions(strapi: Core.Strapi, jwt: JwtService): JwtService {
  return {
    ...jwt,
    verify: async (token) => {
      const payload = await jwt.verify(token)
      const session = typeof payload.sessionId === 'string' ? await findSession(strapi, payload.sessionId) : null
      const isAlive = session?.endedAtMs === null && runOut(session, new Date()) === null
      if (!isAlive || session.accountId !== payload.id) throw new Error('Invalid token.')
      return payload
    },
  }
}
