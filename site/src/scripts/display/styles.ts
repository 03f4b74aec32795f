/** The stylesheet that few readers need. Its link stands in the head for browsers without script, for us as the text of it. */
const link = () => document.querySelector('head noscript')?.textContent ?? ''

/** While scripts run, what stands in a `<noscript>` is text: a link that is found has been asked for. */
const isThere = () => {
  const [, address] = /href="([^"]+)/.exec(link()) ?? []
  return document.querySelector(`head > [href="${address}"]`) !== null
}

export function needStyles() {
  if (!isThere()) document.head.insertAdjacentHTML('beforeend', link())
}

/** While the head is being read: what is written there is waited for, so nothing is painted without it. */
export function writeStyles() {
  document.write(link())
}
