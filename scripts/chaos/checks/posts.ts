/** What was acknowledged holds: in the CMS, and on the portal. */
import type { Desk } from '../desk.ts'
import { isInState, type Post, placeOf, titleOf } from '../post.ts'
import type { Reader } from '../reader.ts'

async function checkPlace(post: Post, place: string, get: Reader['get']): Promise<string[]> {
  const page = await get(place)
  if (!page) return [`${place} has no answer`]
  const live = post.state?.live ?? null
  if (live === null)
    return page.status === 404 ? [] : [`${place} is answered with ${page.status}, though d${post.n} is not public`]
  const home = placeOf(live)
  if (place === home) {
    const title = titleOf(post.n, live.number)
    return page.status === 200 && page.text.includes(title) ? [] : [`${place} (${page.status}) does not show ${title}`]
  }
  const target = page.location && new URL(page.location, 'http://portal').pathname
  return page.status === 301 && target === home ? [] : [`${place} (${page.status}) does not lead to ${home}`]
}

export async function checkPosts(posts: readonly Post[], desk: Desk, get: Reader['get']): Promise<string[]> {
  const found: string[] = []
  for (const post of posts) {
    if (!(await isInState(desk, post, post.state))) found.push(`d${post.n} is not in the CMS as was acknowledged`)
    for (const place of post.places) found.push(...(await checkPlace(post, place, get)))
  }
  return found
}
