/** What a device is told: one post by its column and title, several in one message. */

export type NewPost = { key: string; column: string; columnAddress: string; title: string; address: string }
export type Message = { title: string; body: string; url: string; tag: string }

const MOST_TITLES = 3
const MOST_CHARACTERS = 80
const SEVERAL = 'new-posts'

const shortened = (text: string) => {
  const characters = [...text]
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}……` : text
}

/** @param posts at least one, the newest first */
export function messageOf(posts: readonly NewPost[]): Message {
  const [first] = posts
  if (!first) throw new RangeError('a message is about at least one post')
  if (posts.length === 1)
    return { title: first.column, body: shortened(first.title), url: first.address, tag: first.key }
  const columns = new Set(posts.map(({ column }) => column))
  const lines = posts.slice(0, MOST_TITLES).map(({ column, title }) => `${column}：${shortened(title)}`)
  return {
    title: `${posts.length} 篇新稿`,
    body: lines.join('\n'),
    url: columns.size === 1 ? first.columnAddress : '/',
    tag: SEVERAL,
  }
}
