/** Who logged in before goes on with that session: the CMS lets an account log in five times within five minutes. */
import type { BrowserContext, Page } from '@playwright/test'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** An access token is good for ten minutes; the one of a session that is gone on with must outlive the longest test. */
const GOOD_FOR_MS = 5 * 60_000

const sessions = new Map<string, { state: State; since: number }>()

/** Call after a log-in with the password. */
export async function keepSession(page: Page, email: string) {
  sessions.set(email, { state: await page.context().storageState(), since: Date.now() })
}

/** Call on a page of the desk; it shows the session after the next load. Answers whether there is one. */
export async function resumeSession(page: Page, email: string): Promise<boolean> {
  const kept = sessions.get(email)
  if (!kept || Date.now() - kept.since > GOOD_FOR_MS) return false
  const session = kept.state
  const { origin } = new URL(page.url())
  const stored = session.origins.find((one) => one.origin === origin)?.localStorage ?? []
  await page.context().addCookies(session.cookies)
  await page.evaluate((entries) => {
    for (const { name, value } of entries) localStorage.setItem(name, value)
  }, stored)
  return true
}
