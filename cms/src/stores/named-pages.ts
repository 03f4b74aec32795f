/** Which document stands at an address of the portal, and what people call the page. */
import type { Core } from '@strapi/types'
import { isPostKind, type Kind, uidOf } from '../domain/content/kinds'
import { titleOf } from '../domain/content/titles'
import { loadFormerAddresses } from './former-addresses'

export type NamedPage = { title: string; document: { kind: Kind; documentId: string } | null }

const HOME = '/'
const FREE_PAGES = 'pages'

type Row = Record<string, unknown> & { documentId: string }

async function freePageAt(strapi: Core.Strapi, slug: string): Promise<NamedPage | null> {
  const row: Row | null = await strapi.db
    .query('api::page.page')
    .findOne({ where: { slug, publishedAt: { $notNull: true } } })
  const title = titleOf('page', row)
  return row && title ? { title, document: { kind: 'page', documentId: row.documentId } } : null
}

async function postAt(strapi: Core.Strapi, section: string, slug: string): Promise<NamedPage | null> {
  const column: { name: string; kind: Kind } | null = await strapi.db
    .query('api::column.column')
    .findOne({ where: { slug: section } })
  if (!column) return null
  if (slug === '') return { title: `${column.name}（栏目）`, document: null }
  if (!isPostKind(column.kind)) return null
  const row: Row | null = await strapi.db
    .query(uidOf(column.kind))
    .findOne({ where: { slug, publishedAt: { $notNull: true }, column: { slug: section } } })
  const title = titleOf(column.kind, row)
  return row && title ? { title, document: { kind: column.kind, documentId: row.documentId } } : null
}

/** @returns the address itself as title where nothing is known of it */
export async function pageAt(strapi: Core.Strapi, address: string): Promise<NamedPage> {
  const [section = '', slug = '', ...rest] = address.split('/').filter(Boolean)
  const unknown = { title: address === HOME ? '首页' : address, document: null }
  if (rest.length > 0 || section === '') return unknown
  const found = section === FREE_PAGES ? await freePageAt(strapi, slug) : await postAt(strapi, section, slug)
  return found ?? unknown
}

/** An address and those that what stands there has left. */
export async function addressesOfPage(strapi: Core.Strapi, address: string): Promise<string[]> {
  const { document } = await pageAt(strapi, address)
  if (!document) return [address]
  const { kind, documentId } = document
  const left = (await loadFormerAddresses(strapi, kind, [documentId])).get(documentId) ?? []
  const columns: { documentId: string; slug: string }[] = await strapi.db
    .query('api::column.column')
    .findMany({ select: ['documentId', 'slug'] })
  const sectionOf = (column: string | null) =>
    column === null ? FREE_PAGES : columns.find(({ documentId }) => documentId === column)?.slug
  const former = left.flatMap(({ column, slug }) => {
    const section = sectionOf(column)
    return section ? [`/${section}/${slug}/`] : []
  })
  return [...new Set([address, ...former])]
}
