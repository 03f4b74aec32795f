/** Who is at work: a schedule, somebody logged in to the desk, or an API token by its name; null for imports and jobs. */
import type { Core } from '@strapi/types'
import { currentSchedule } from './on-schedule'

type State = {
  auth?: { strategy?: { name?: string }; credentials?: { name?: string } }
  user?: { id?: number; firstname?: string | null; lastname?: string | null; username?: string | null }
}

export function currentActor(strapi: Core.Strapi): string | null {
  const schedule = currentSchedule()
  if (schedule) return schedule.actor
  const { auth, user } = (strapi.requestContext.get()?.state ?? {}) as State
  if (auth?.strategy?.name === 'content-api-token') return auth.credentials?.name ?? null
  if (auth?.strategy?.name !== 'admin' || !user) return null
  return user.username || `${user.lastname ?? ''}${user.firstname ?? ''}` || null
}

/** Somebody logged in to the desk, with the roles held at this moment. */
export type DeskUser = { id: number; name: string; roles: { code: string; name: string }[] }

type Account = State['user'] & { id?: number; email?: string; roles?: { code: string; name: string }[] }

export function currentDeskUser(strapi: Core.Strapi): DeskUser | null {
  const { auth, user } = (strapi.requestContext.get()?.state ?? {}) as State & { user?: Account }
  if (auth?.strategy?.name !== 'admin' || typeof user?.id !== 'number') return null
  const name = currentActor(strapi) ?? user.email ?? ''
  return { id: user.id, name, roles: (user.roles ?? []).map((role) => ({ code: role.code, name: role.name })) }
}

/** As `currentActor`, with the number of the desk account where it is one. */
export function currentAccount(strapi: Core.Strapi): { id: number | null; name: string | null } {
  const { auth, user } = (strapi.requestContext.get()?.state ?? {}) as State
  return { id: auth?.strategy?.name === 'admin' ? (user?.id ?? null) : null, name: currentActor(strapi) }
}
