import type { Core } from '@strapi/types'

/** Members get their accounts from their branch; nobody registers himself. */
export async function closeRegistration(strapi: Core.Strapi) {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' })
  const settings = (await store.get({})) as Record<string, unknown> | null
  if (settings?.allow_register === false) return
  await store.set({ value: { ...settings, allow_register: false } })
}
