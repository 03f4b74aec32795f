import path from 'node:path'
import { SETTING_NAMES, type Settings } from './schema.ts'
import type { Secrets } from './secrets.ts'

const QUIET = { STRAPI_TELEMETRY_DISABLED: 'true', ASTRO_TELEMETRY_DISABLED: '1' }

export type Mode = 'production' | 'development'

/** What every process of ours takes its settings from. Nothing of `.env` but what passed the schema. */
export function childEnvironment(settings: Settings, secrets: Secrets, mode: Mode): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !SETTING_NAMES.includes(name) && !name.startsWith('npm_'),
  )
  const given = Object.entries({ ...settings, ...secrets }).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    ...QUIET,
    NODE_ENV: mode,
    PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
  }
}
