/** The portal in plain HTML, by the same named queries as the real one: links, lists, feeds, pictures. */
import type { DatabaseSync } from 'node:sqlite'
import { titleOf } from '../../src/content/cards.ts'
import { paths } from '../../src/content/paths.ts'
import { type Item, postBySlug } from '../../src/content/queries/documents.ts'
import { archivePage, columnFront, neighbours, newestItems, newestPosts } from '../../src/content/queries/posts.ts'
import { redirectOfPost } from '../../src/content/queries/redirects.ts'
import { columnBySlug, visibleColumns } from '../../src/content/queries/site.ts'
import { readingFrom } from '../../src/content/reads.ts'
import type { Render } from '../renderer.ts'

const HOME_ITEMS = 5

const link = (address: string, text: string) => `<a href="${address}">${text}</a>`
const list = (items: readonly Item[]) => items.map(({ address, title }) => link(address, title)).join('\n')

const leadOn = (address: string | null) => address && link(address, '新地址')

function postPage(section: string, slug: string): string | null {
  const column = columnBySlug(section)
  const post = column && postBySlug(column.documentId, slug)
  if (!post) return leadOn(redirectOfPost(section, slug))
  const beside = neighbours(post)
  const around = [beside.older, beside.newer].filter((item) => item !== null)
  return `<h1>${titleOf(post)}</h1>${'body' in post ? post.body : ''}\n${list(around)}`
}

function listPage(section: string): string | null {
  const column = columnBySlug(section)
  if (!column) return null
  const { pinned, newest, olderPage } = columnFront(column.documentId)
  return list([...pinned, ...newest]) + (olderPage ? link(paths.archive(section, olderPage), '往期') : '')
}

function oldPage(section: string, number: number): string | null {
  const column = columnBySlug(section)
  const page = column && archivePage(column.documentId, number)
  return page && list(page.items) + (page.full ? link(paths.archive(section, number + 1), '下一页') : '')
}

function pageAt(address: string): string | null {
  const [section = '', second, third] = address.split('/').filter((part) => part !== '')
  if (address === paths.notFound) return '没有这一页'
  if (section === '') {
    const columns = visibleColumns()
    const newest = columns.flatMap(({ documentId }) => newestItems(documentId, HOME_ITEMS))
    return columns.map(({ slug, name }) => link(paths.column(slug), name)).join('\n') + list(newest)
  }
  if (second === undefined) return listPage(section)
  if (second === 'p') return oldPage(section, Number(third))
  if (second !== 'rss.xml') return postPage(section, second)
  const column = columnBySlug(section)
  return column && newestPosts(column.documentId).map(titleOf).join('\n')
}

export const smallPortal =
  (database: DatabaseSync): Render =>
  async (address) => {
    const { result, reads, staleAt } = await readingFrom(database, () => pageAt(address))
    const body = new TextEncoder().encode(`<!doctype html><html><body>${result ?? ''}</body></html>\n`)
    return { status: result === null ? 404 : 200, contentType: 'text/html', body, reads, staleAt }
  }
