/** Where settings come from: the environment, and under it the file `.env`. */
import fs from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { parseSettings, SETTING_NAMES, type Settings } from './schema.ts'

export type Loaded = { settings: Settings; unknownNames: string[] } | { problem: string }

function readEnvFile(root: string): Record<string, string | undefined> {
  const file = path.join(root, '.env')
  return fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {}
}

/** @returns the settings and the names in `.env` that mean nothing here, mostly misspelt ones */
export function loadSettings(root: string, environment: NodeJS.ProcessEnv = process.env): Loaded {
  let fromFile: Record<string, string | undefined>
  try {
    fromFile = readEnvFile(root)
  } catch (error) {
    return { problem: `读不了 .env：${error instanceof Error ? error.message : String(error)}。` }
  }
  const parsed = parseSettings({ ...fromFile, ...environment }, root)
  if ('problem' in parsed) return parsed
  return { ...parsed, unknownNames: Object.keys(fromFile).filter((name) => !SETTING_NAMES.includes(name)) }
}
