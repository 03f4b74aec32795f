/** What internal links lead to, today. */
import type { Core } from '@strapi/types'
import type { TargetState } from '../domain/checks/subject'
import { isPostKind, type Kind, kinds, uidOf } from '../domain/content/kinds'

const GO = /^\/go\/([a-z-]+)\/([A-Za-z0-9]+)(?:[#?].*)?$/
const PAGE = /^\/([a-z0-9-]+)\/([a-z0-9-]+)\/?(?:[#?].*)?$/
const UPLOAD = /^\/uploads\/[^?#]+/
/** first parts of addresses that no column has */
const OWN_PLACES = new Set([
  'p',
  'go',
  'tags',
  'topics',
  'api',
  'admin',
  'media',
  'member',
  'search',
  'preview',
  'assets',
])

/** The path of an address of the portal itself; null for one of another host, and for what is no address. */
export function ownPath(url: string, siteUrl: string): string | null {
  if (url.startsWith('/') && !url.startsWith('//')) return url
  if (!URL.canParse(url) || new URL(url).origin !== new URL(siteUrl).origin) return null
  return url.slice(new URL(url).origin.length) || '/'
}

async function stateOf(strapi: Core.Strapi, kind: Kind, where: Record<string, unknown>): Promise<TargetState> {
  const rows: { publishedAt: string | null }[] = await strapi.db
    .query(uidOf(kind))
    .findMany({ select: ['id', 'publishedAt'], where, limit: 2 })
  if (rows.some(({ publishedAt }) => publishedAt)) return 'published'
  return rows.length > 0 ? 'draft' : 'missing'
}

async function stood(strapi: Core.Strapi, slug: string): Promise<boolean> {
  const row: unknown = await strapi.db.transaction(({ trx }) => trx('former_addresses').where({ slug }).first('slug'))
  return row !== undefined
}

async function pageState(strapi: Core.Strapi, section: string, slug: string): Promise<TargetState | null> {
  if (OWN_PLACES.has(section) || slug === 'p') return null
  const state = await (async () => {
    if (section === 'pages') return stateOf(strapi, 'page', { slug })
    const column: { kind: string } | null = await strapi.db
      .query('api::column.column')
      .findOne({ select: ['id', 'kind'], where: { slug: section } })
    if (!column) return (await stood(strapi, section)) ? null : ('missing' as const)
    return isPostKind(column.kind as Kind)
      ? stateOf(strapi, column.kind as Kind, { slug, column: { slug: section } })
      : null
  })()
  return state === 'published' || state === null || !(await stood(strapi, slug)) ? state : 'published'
}

async function resolve(strapi: Core.Strapi, path: string): Promise<TargetState | null> {
  const [, kind, documentId] = GO.exec(path) ?? []
  if (kind) {
    const isKnown = (kinds as readonly string[]).includes(kind)
    return isKnown ? stateOf(strapi, kind as Kind, { documentId }) : 'missing'
  }
  const [upload] = UPLOAD.exec(path) ?? []
  if (upload) {
    // renditions stand beside the files and are in no list of them
    if (/-\d+\.(?:webp|avif)$/.test(upload)) return null
    const count = await strapi.db.query('plugin::upload.file').count({ where: { url: upload } })
    return count > 0 ? 'published' : 'missing'
  }
  const [, section, slug] = PAGE.exec(path) ?? []
  return section ? pageState(strapi, section, slug) : null
}

/** By address as it stands in the text. What cannot be decided here (search, member area, fronts of columns) is left out. */
export async function resolveTargets(
  strapi: Core.Strapi,
  urls: readonly string[],
  siteUrl: string,
): Promise<Map<string, TargetState>> {
  const found = new Map<string, TargetState>()
  for (const url of urls) {
    const path = ownPath(url, siteUrl)
    const state = path === null ? null : await resolve(strapi, path)
    if (state) found.set(url, state)
  }
  return found
}
