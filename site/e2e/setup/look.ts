/** How a reader has set the portal, before the first page is opened. */
import type { Browser, BrowserContext } from '@playwright/test'

export const looks = {
  light: {},
  dark: { theme: 'dark' },
  care: { care: 'on' },
  'care, dark': { care: 'on', theme: 'dark' },
  'care, largest': { care: 'on', size: 'largest' },
} as const
export type Look = keyof typeof looks

export async function openLook(
  browser: Browser,
  look: Look,
  options: Parameters<Browser['newContext']>[0],
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  await context.addInitScript((choice) => localStorage.setItem('display', JSON.stringify(choice)), looks[look])
  return context
}
