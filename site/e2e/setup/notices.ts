/** Notices of the desk pass within seconds: the page itself keeps what it said, for the words of a failure. */
import type { Page } from '@playwright/test'

type WithNotices = Window & { noticesSeen?: string[] }

/** Runs in the page, before its own scripts. */
function rememberNotices() {
  const seen: string[] = []
  Object.assign(window, { noticesSeen: seen })
  new MutationObserver(() => {
    for (const { innerText } of document.querySelectorAll<HTMLElement>('[role=alert], [role=status]'))
      if (innerText && seen.at(-1) !== innerText) seen.push(innerText)
  }).observe(document, { childList: true, subtree: true, characterData: true })
}

export const keepNotices = (page: Page) => page.addInitScript(rememberNotices)

/** Everything said since the page was loaded, the latest last. */
export async function noticesSeen(page: Page): Promise<string> {
  const seen = await page.evaluate(() => (window as WithNotices).noticesSeen ?? [])
  return seen.length > 0 ? seen.join('; ') : 'nothing'
}
