/** The operator's own check says the same: `npm run site -- verify`. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const script = path.resolve(import.meta.dirname, '../../site.ts')

/** The settings of the scratch system stand in this process's environment. */
export async function checkVerify(): Promise<string[]> {
  try {
    await promisify(execFile)(process.execPath, [script, 'verify'])
    return []
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return [`npm run site -- verify: ${`${stdout}${stderr}`.trim() || error}`]
  }
}
