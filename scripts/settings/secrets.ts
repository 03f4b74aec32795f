/** Secrets that nobody gave are made once and kept beside the data they protect. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Problem } from '../processes/problem.ts'
import { SECRET_NAMES, type SecretName, type Settings } from './schema.ts'

const SECRET_BYTES = 32
const APP_KEY_COUNT = 4
/** keys that SEALING_KEY had before, separated by commas, while texts may still be sealed with them */
const FORMER = 'SEALING_KEYS_FORMER'
const fileSchema = z.partialRecord(z.enum([...SECRET_NAMES, FORMER]), z.string().min(16))

export type Secrets = Record<SecretName, string> & { [FORMER]?: string }
type Kept = z.infer<typeof fileSchema>

export class SecretsProblem extends Problem {}

const randomSecret = () => randomBytes(SECRET_BYTES).toString('base64url')
const make = (name: SecretName) =>
  name === 'APP_KEYS' ? Array.from({ length: APP_KEY_COUNT }, randomSecret).join(',') : randomSecret()

function readKept(file: string): Kept {
  if (!fs.existsSync(file)) return {}
  try {
    return fileSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new SecretsProblem(`读不懂 ${file}：请从备份恢复它；删除它会使所有人重新登录。`, { cause })
  }
}

/** Written beside and renamed: a full disk must not leave half a file that locks everybody out. */
function keep(file: string, secrets: Kept) {
  const temporary = `${file}.${process.pid}.tmp`
  fs.writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  fs.renameSync(temporary, file)
}

export const secretsFile = ({ DATA_DIR }: Pick<Settings, 'DATA_DIR'>) => path.join(DATA_DIR, 'secrets.json')

/** @throws SecretsProblem when the kept file cannot be understood */
export function ensureSecrets(settings: Settings): Secrets {
  const file = secretsFile(settings)
  const kept = readKept(file)
  const missing = SECRET_NAMES.filter((name) => !settings[name] && !kept[name])
  const made = Object.fromEntries(missing.map((name) => [name, make(name)])) as Partial<Secrets>
  if (missing.length > 0) keep(file, { ...kept, ...made })
  const entries = SECRET_NAMES.map((name) => [name, settings[name] ?? kept[name] ?? made[name]])
  const former = [settings[FORMER], kept[FORMER]].filter(Boolean).join(',')
  return { ...(Object.fromEntries(entries) as Record<SecretName, string>), ...(former ? { [FORMER]: former } : {}) }
}

/**
 * A new sealing key, and the one before it among the former ones: from here on every process reads with both and seals with the
 * new one. Called again before it was finished, it leaves everything as it is: a key that nobody kept would be lost.
 */
export function beginRotation(settings: Settings): 'begun' | 'resumed' {
  const file = secretsFile(settings)
  const kept = readKept(file)
  if (kept[FORMER]) return 'resumed'
  if (!kept.SEALING_KEY) throw new SecretsProblem(`${file} 里没有 SEALING_KEY，没有要更换的密钥。`)
  keep(file, { ...kept, SEALING_KEY: randomSecret(), [FORMER]: kept.SEALING_KEY })
  return 'begun'
}

/** Nothing is sealed with the former keys any more. */
export function finishRotation(settings: Settings) {
  const file = secretsFile(settings)
  const { [FORMER]: _former, ...kept } = readKept(file)
  keep(file, kept)
}
