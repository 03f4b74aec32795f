/** The stylesheet that few readers need. Its link stands in the head for browsers without script, for us as the text of it. */
const link = () => document.querySelector('head noscript')?.textContent ?? ''

/** While scripts run, what stands in a `<noscript>` is text: a link that is found has been asked for. */
const asked = () => {
  const [, address] = /href="([^"]+)/.exec(link()) ?? []
  return document.querySelector<HTMLLinkElement>(`head > [href="${address}"]`)
}

/** Resolves once they hold, so that what they show can take the focus. */
export async function needStyles(): Promise<void> {
  if (!asked()) document.head.insertAdjacentHTML('beforeend', link())
  const sheet = asked()
  if (!sheet || sheet.sheet) return
  await new Promise((settled) => {
    for (const type of ['load', 'error']) sheet.addEventListener(type, settled, { once: true })
  })
}

/** While the head is being read: what is written there is waited for, so nothing is painted without it. */
export function writeStyles() {
  document.write(link())
}
