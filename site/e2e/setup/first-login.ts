/** Reads first-login.txt: one account a line, role, e-mail and password separated by tabs. */
import fs from 'node:fs'
import path from 'node:path'

export type Account = { role: string; email: string; password: string }

/** @throws Error naming the line that does not have three parts */
export function parseFirstLogin(text: string): Account[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const [role, email, password, ...rest] = line.split('\t')
      if (!role || !email || !password || rest.length > 0)
        throw new Error(`line ${index + 1} of first-login.txt is malformed`)
      return { role, email, password }
    })
}

export const readFirstLogin = (dataDir: string) =>
  parseFirstLogin(fs.readFileSync(path.join(dataDir, 'first-login.txt'), 'utf8'))
