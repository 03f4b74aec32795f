/** Who is at work: a schedule, somebody logged in to the desk, or an API token by its name; null for imports and jobs. */
import type { Core } from '@strapi/types'
import { currentSchedule } from './on-schedule'

type State = {
  auth?: { strategy?: { name?: string }; credentials?: { name?: string } }
  user?: { firstname?: string | null; lastname?: string | null; username?: string | null }
}

export function currentActor(strapi: Core.Strapi): string | null {
  const schedule = currentSchedule()
  if (schedule) return schedule.actor
  const { auth, user } = (strapi.requestContext.get()?.state ?? {}) as State
  if (auth?.strategy?.name === 'content-api-token') return auth.credentials?.name ?? null
  if (auth?.strategy?.name !== 'admin' || !user) return null
  return user.username || `${user.lastname ?? ''}${user.firstname ?? ''}` || null
}
