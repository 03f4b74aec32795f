/** Who logged in before goes on with that session: the CMS lets an account log in five times within five minutes. */
import type { BrowserContext, Page } from '@playwright/test'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

const sessions = new Map<string, State>()

export async function keepSession(page: Page, email: string) {
  sessions.set(email, await page.context().storageState())
}

/** Call on a page of the desk; it shows the session after the next load. Answers whether there is one. */
export async function resumeSession(page: Page, email: string): Promise<boolean> {
  const session = sessions.get(email)
  if (!session) return false
  const { origin } = new URL(page.url())
  const stored = session.origins.find((one) => one.origin === origin)?.localStorage ?? []
  await page.context().addCookies(session.cookies)
  await page.evaluate((entries) => {
    for (const { name, value } of entries) localStorage.setItem(name, value)
  }, stored)
  return true
}
