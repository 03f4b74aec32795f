import path from 'node:path'
import { z } from 'zod'
import { type PushKey, pushKeyFrom } from './key.ts'
import { type Services, servicesFrom } from './services.ts'

const schema = z.object({
  DATA_DIR: z.string().min(1),
  SITE_URL: z.url().optional(),
  PUSH: z.enum(['on', 'off']).default('on'),
  PUSH_KEY: z.string().optional(),
  PUSH_CONTACT: z.string().optional(),
  PUSH_SERVICES: z.string().optional(),
})

export type PushSettings = {
  key: PushKey
  /** whom a push service may turn to, as a mailto: or https: address */
  contact: string
  services: Services
  databaseFile: string
  readModelPath: string
}

/** Not in the folder of what can be made again. */
export const pushDatabaseFile = (dataDir: string) => path.resolve(dataDir, 'push.sqlite')

/** Services want an address that they can reach; a portal without one is somebody's own machine. */
function contactOf({ PUSH_CONTACT, SITE_URL }: z.infer<typeof schema>): string {
  if (PUSH_CONTACT) return /^(?:https|mailto):/.test(PUSH_CONTACT) ? PUSH_CONTACT : `mailto:${PUSH_CONTACT}`
  return SITE_URL?.startsWith('https://') ? SITE_URL : 'mailto:nobody@portal.invalid'
}

/** @returns null where the operator wants none @throws ZodError naming the variable that is wrong */
export function readPushSettings(source: NodeJS.ProcessEnv): PushSettings | null {
  const settings = schema.parse(source)
  if (settings.PUSH === 'off' || !settings.PUSH_KEY) return null
  return {
    key: pushKeyFrom(settings.PUSH_KEY),
    contact: contactOf(settings),
    services: servicesFrom(settings.PUSH_SERVICES),
    databaseFile: pushDatabaseFile(settings.DATA_DIR),
    readModelPath: path.resolve(settings.DATA_DIR, 'site', 'read-model.sqlite'),
  }
}
