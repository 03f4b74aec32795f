/** What this college has decided where the regulations leave it to decide. */
import type { Core } from '@strapi/types'
import { type DuesSettings, defaultSettings, duesSettingsSchema } from '../../domain/dues/settings'

const store = (strapi: Core.Strapi) => strapi.store({ type: 'api', name: 'dues', key: 'settings' })

export async function readDuesSettings(strapi: Core.Strapi): Promise<DuesSettings> {
  const kept = await store(strapi).get({})
  return kept ? duesSettingsSchema.parse(kept) : defaultSettings
}

export async function keepDuesSettings(strapi: Core.Strapi, settings: DuesSettings) {
  await store(strapi).set({ value: settings })
}
