/** Where the device keeps what: names of caches, and how much each may hold. Worker and pages share them. */

/** pages that need no network: one version at a time */
export const SHELL = 'shell-'
export const OFFLINE = '/offline/'
export const SHELL_PAGES: readonly string[] = [OFFLINE, '/saved/']
/** style sheets and scripts, named by their content */
export const ASSETS = 'assets'
/** posts that were read last */
export const READ = 'read'
/** fronts and lists that were open last */
export const LISTS = 'lists'
/** pictures of what was read last */
export const PICTURES = 'pictures'
/** one cache a saved post, with its own files: forgetting it forgets all of them */
export const SAVED = 'saved:'

export const MOST = { [ASSETS]: 60, [READ]: 50, [LISTS]: 20, [PICTURES]: 80 } as const
export const MOST_SAVED = 100
/** what is larger is not kept: with the numbers above, 50 MB at the very most */
export const MAX_PAGE_BYTES = 400_000
export const MAX_PICTURE_BYTES = 300_000

/** A page that nobody looks at is no reading: the portal counts those. */
export const AHEAD: RequestInit = { headers: { purpose: 'prefetch' } }

export const savedName = (path: string) => SAVED + path
export const savedPaths = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(SAVED)).map((name) => name.slice(SAVED.length))

/** As the standard for government sites names it: posts have one, lists do not. */
export const isPost = (html: string): boolean => html.includes('<meta name="ArticleTitle"')
