/** Secrets that nobody gave are made once and kept beside the data they protect. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Problem } from '../processes/problem.ts'
import { SECRET_NAMES, type SecretName, type Settings } from './schema.ts'

const SECRET_BYTES = 32
const APP_KEY_COUNT = 4
const fileSchema = z.partialRecord(z.enum(SECRET_NAMES), z.string().min(16))

export type Secrets = Record<SecretName, string>

export class SecretsProblem extends Problem {}

const randomSecret = () => randomBytes(SECRET_BYTES).toString('base64url')
const make = (name: SecretName) =>
  name === 'APP_KEYS' ? Array.from({ length: APP_KEY_COUNT }, randomSecret).join(',') : randomSecret()

function readKept(file: string): Partial<Secrets> {
  if (!fs.existsSync(file)) return {}
  try {
    return fileSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new SecretsProblem(`读不懂 ${file}：请从备份恢复它；删除它会使所有人重新登录。`, { cause })
  }
}

/** Written beside and renamed: a full disk must not leave half a file that locks everybody out. */
function keep(file: string, secrets: Partial<Secrets>) {
  const temporary = `${file}.${process.pid}.tmp`
  fs.writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  fs.renameSync(temporary, file)
}

/** @throws SecretsProblem when the kept file cannot be understood */
export function ensureSecrets(settings: Settings): Secrets {
  const file = path.join(settings.DATA_DIR, 'secrets.json')
  const kept = readKept(file)
  const missing = SECRET_NAMES.filter((name) => !settings[name] && !kept[name])
  const made = Object.fromEntries(missing.map((name) => [name, make(name)])) as Partial<Secrets>
  if (missing.length > 0) keep(file, { ...kept, ...made })
  const entries = SECRET_NAMES.map((name) => [name, settings[name] ?? kept[name] ?? made[name]])
  return Object.fromEntries(entries) as Secrets
}
