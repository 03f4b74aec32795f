/** Style sheets and scripts of a page: named by their content, so that one that is kept is the right one. */

const NAMED = /"(\/_astro\/[\w.-]+\.(?:css|js))"/g
const IMPORTED = /(?:from|import)\s*["'](\.\/[\w.-]+\.js)["']/g

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, address = '']) => address)

export const assetsIn = (html: string): string[] => [...new Set(all(html, NAMED))]

/** @param address of the script that imports them */
export const importsIn = (script: string, address: string): string[] =>
  all(script, IMPORTED).map((one) => address.replace(/[^/]*$/, one.slice('./'.length)))

async function keepOne(cache: Cache, address: string): Promise<void> {
  if (await cache.match(address)) return
  await cache.add(address)
  if (!address.endsWith('.js')) return
  const script = (await (await cache.match(address))?.text()) ?? ''
  for (const imported of importsIn(script, address)) await keepOne(cache, imported)
}

/** What the page names, and what its scripts import. */
export async function keepAssets(cache: Cache, html: string): Promise<void> {
  for (const address of assetsIn(html)) await keepOne(cache, address)
}
