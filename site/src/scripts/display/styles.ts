/** The stylesheet that few readers need. Its link stands in the head for browsers without script, for us as the text of it. */
const link = () => document.querySelector('head noscript')?.textContent ?? ''

let isThere = false

export function needStyles() {
  if (!isThere && !document.documentElement.dataset.care) document.head.insertAdjacentHTML('beforeend', link())
  isThere = true
}

/** While the head is being read: what is written there is waited for, so nothing is painted without it. */
export function writeStyles() {
  document.write(link())
}
