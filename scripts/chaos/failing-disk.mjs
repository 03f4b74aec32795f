/**
 * Loaded into the publisher before its own code: while the file that CHAOS_FAULT names exists, whatever writes to the site's
 * folder fails with the code that stands in it. That works on every machine; a full or read-only disk needs rights.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'

const { CHAOS_FAULT = '', DATA_DIR = '' } = process.env
const site = path.join(DATA_DIR, 'site')

const CHANGING = ['rename', 'mkdir', 'link', 'copyFile', 'writeFile', 'symlink', 'unlink', 'rmdir']

/** @param {unknown} target */
function check(target) {
  if (!String(target).startsWith(site) || !fs.existsSync(CHAOS_FAULT)) return
  const code = fs.readFileSync(CHAOS_FAULT, 'utf8')
  throw Object.assign(new Error(`${code}: injected`), { code })
}

/**
 * @param {Record<string, any>} owner
 * @param {string} name
 * @param {(values: unknown[]) => boolean} changes
 */
function guard(owner, name, changes) {
  const real = owner[name]
  const isPromised = owner === fs.promises
  owner[name] = (/** @type {unknown[]} */ ...values) => {
    try {
      if (changes(values)) check(values[0])
    } catch (error) {
      if (isPromised) return Promise.reject(error)
      throw error
    }
    return real.apply(owner, values)
  }
}

for (const name of CHANGING) {
  guard(fs.promises, name, () => true)
  guard(fs, `${name}Sync`, () => true)
}
const opensForWriting = (/** @type {unknown[]} */ [, flags]) => flags !== undefined && flags !== 'r'
guard(fs.promises, 'open', opensForWriting)
guard(fs, 'openSync', opensForWriting)
syncBuiltinESMExports()
