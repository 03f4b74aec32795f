/** Strapi's own store, for what happens outside its pages: its hooks reach no further than they do. */
import type { StrapiApp } from '@strapi/strapi/admin'

type StoreMiddleware = Parameters<StrapiApp['addMiddlewares']>[0][number]
type Store = Parameters<ReturnType<StoreMiddleware>>[0]

const held: { store: Store | null } = { store: null }

export const holdStore: StoreMiddleware = () => (store) => {
  held.store = store
  return (next) => (action) => next(action)
}

export function dispatch(action: unknown) {
  held.store?.dispatch(action as never)
}

/** Whether somebody is logged in. */
export function isLoggedIn(): boolean {
  const state = held.store?.getState() as { admin_app?: { token?: string | null } } | undefined
  return Boolean(state?.admin_app?.token)
}
