import fs from 'node:fs'
import path from 'node:path'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * Like mkdir -p. Node's own `recursive` never comes back where a file system answers that an existing
 * parent does not exist (/proc).
 */
export function makeFolder(folder: string, mode = 0o755): void {
  try {
    fs.mkdirSync(folder, { mode })
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && fs.statSync(folder).isDirectory()) return
    const parent = path.dirname(folder)
    if (codeOf(error) !== 'ENOENT' || fs.existsSync(parent)) throw error
    makeFolder(parent)
    fs.mkdirSync(folder, { mode })
  }
}
