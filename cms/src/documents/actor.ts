/** Who is at work: somebody logged in to the desk, or an API token by its name; null for imports and jobs. */
import type { Core } from '@strapi/types'

type State = {
  auth?: { strategy?: { name?: string }; credentials?: { name?: string } }
  user?: { id?: number; firstname?: string | null; lastname?: string | null; username?: string | null }
}

export function currentActor(strapi: Core.Strapi): string | null {
  const { auth, user } = (strapi.requestContext.get()?.state ?? {}) as State
  if (auth?.strategy?.name === 'content-api-token') return auth.credentials?.name ?? null
  if (auth?.strategy?.name !== 'admin' || !user) return null
  return user.username || `${user.lastname ?? ''}${user.firstname ?? ''}` || null
}

/** As `currentActor`, with the number of the desk account where it is one. */
export function currentAccount(strapi: Core.Strapi): { id: number | null; name: string | null } {
  const { auth, user } = (strapi.requestContext.get()?.state ?? {}) as State
  return { id: auth?.strategy?.name === 'admin' ? (user?.id ?? null) : null, name: currentActor(strapi) }
}
