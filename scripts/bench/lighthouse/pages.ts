/** One page of each kind, found as a reader finds them: by the links of the lists. */
export type Measured = { name: string; path: string }

const LISTS = { article: '/news/', policy: '/policies/', lesson: '/lessons/' } as const

async function firstPost(origin: string, list: string): Promise<string> {
  const html = await (await fetch(origin + list)).text()
  const main = html.slice(html.indexOf('<main'))
  const found = [...main.matchAll(/href="([^"#?]+)"/g)]
    .map(([, href = '']) => href)
    .find((href) => href.startsWith(list) && href !== list && !href.startsWith(`${list}p/`) && !href.endsWith('.xml'))
  if (!found) throw new Error(`${list} links to no post`)
  return found
}

export async function pagesOf(origin: string): Promise<Measured[]> {
  const posts = await Promise.all(
    Object.entries(LISTS).map(async ([name, list]) => ({ name, path: await firstPost(origin, list) })),
  )
  return [
    { name: 'home', path: '/' },
    { name: 'list', path: LISTS.article },
    ...posts,
    { name: 'search', path: '/search/' },
    // kept out of search engines on purpose, which costs points for SEO
    { name: 'search results', path: `/search/?q=${encodeURIComponent('党员')}` },
  ]
}
