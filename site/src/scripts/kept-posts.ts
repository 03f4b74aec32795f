/** Lists what this device keeps: saved posts, and those read last. */
import { READ, savedName, savedPaths } from '../worker/stores.ts'

type Kept = { path: string; title: string; date: string }

const fact = (page: Document, name: string) => page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content

async function keptPost(path: string, response: Response | undefined): Promise<Kept[]> {
  if (!response) return []
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return [{ path, title: fact(page, 'ArticleTitle') ?? page.title, date: (fact(page, 'PubDate') ?? '').slice(0, 10) }]
}

async function savedPosts(): Promise<Kept[]> {
  const found = (await savedPaths()).map(async (path) =>
    keptPost(path, await (await caches.open(savedName(path))).match(path)),
  )
  return (await Promise.all(found)).flat().reverse()
}

async function readPosts(): Promise<Kept[]> {
  const cache = await caches.open(READ)
  const saved = new Set(await savedPaths())
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => !saved.has(path))
  return (await Promise.all(paths.map(async (path) => keptPost(path, await cache.match(path))))).flat().reverse()
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string, className = '') {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  return made
}

function line({ path, title, date }: Kept, forget?: () => void): HTMLLIElement {
  const [item, link, text] = [element('li', ''), element('a', ''), element('div', '', 'text')]
  link.href = path
  text.append(element('b', title, 'title'))
  link.append(text, element('time', date))
  item.append(link)
  if (forget) {
    const button = element('button', '取消收藏', 'plain-button')
    button.type = 'button'
    button.setAttribute('aria-label', `取消收藏：${title}`)
    button.addEventListener('click', forget)
    item.append(button)
  }
  return item
}

async function list(part: HTMLElement) {
  const isSaved = part.dataset['kept'] === 'saved'
  const posts = isSaved ? await savedPosts() : await readPosts()
  const forget = (path: string) => async () => {
    await caches.delete(savedName(path))
    await list(part)
    part.querySelector<HTMLElement>('h2')?.focus()
  }
  const lines = posts.map((post) => line(post, isSaved ? forget(post.path) : undefined))
  part.querySelector('ul')?.replaceChildren(...lines)
  const none = part.querySelector<HTMLElement>('[data-none]')
  if (none) none.hidden = posts.length > 0
  part.hidden = false
}

if ('caches' in window)
  for (const part of document.querySelectorAll<HTMLElement>('[data-kept]')) list(part).catch(() => {})
document.querySelector('[data-again]')?.addEventListener('click', () => location.reload())
