/** What browser tests import instead of Playwright's own `test`. */
import { test as base, expect } from '@playwright/test'
import { environment } from './environment.ts'
import { type Account, readFirstLogin } from './first-login.ts'

type System = {
  portalUrl: string
  /** with /admin at its end */
  deskUrl: string
  dataDir: string
  /** @throws Error when no first account has that role */
  accountOf: (role: string) => Account
}

function runningSystem(): System {
  const { portalUrl, deskUrl, dataDir } = environment
  if (!portalUrl || !deskUrl || !dataDir) throw new Error('global setup has not started the system')
  const accounts = readFirstLogin(dataDir)
  const accountOf = (role: string) => {
    const account = accounts.find((one) => one.role === role)
    if (!account)
      throw new Error(`no first account for ${role}; there are ${accounts.map((one) => one.role).join(', ')}`)
    return account
  }
  return { portalUrl, deskUrl, dataDir, accountOf }
}

export const test = base.extend<object, { system: System }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  system: [async ({}, use) => use(runningSystem()), { scope: 'worker' }],
})

export { expect }
