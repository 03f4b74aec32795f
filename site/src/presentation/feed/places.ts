/** Which feeds there are, and what each is of. */
import type { Post } from '../../content/cards.ts'
import type { Gathering } from '../../content/keys.ts'
import { type ColumnEntry, listsPosts } from '../../content/navigation.ts'
import { type FeedFormat, isModuleId, type ModuleId, modules, paths } from '../../content/paths.ts'
import { contact } from '../../content/queries/collections.ts'
import { documentById } from '../../content/queries/documents.ts'
import { gatheredPosts, gatheringBySlug } from '../../content/queries/gatherings.ts'
import { newestPosts } from '../../content/queries/posts.ts'
import { formerColumn } from '../../content/queries/redirects.ts'
import { columnBySlug, listedColumnsOf, siteSettings, visibleColumns } from '../../content/queries/site.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import { cardAddress, cardOfColumn } from '../card.ts'
import { gatheringNames } from '../wording.ts'
import { entryOf } from './entry.ts'
import type { Feed, Podcast } from './feed.ts'
import { websubHub } from './hub.ts'

/** A feed before it has a form. */
export type FeedOf = (format: FeedFormat) => Feed

type Source = Pick<Feed, 'identity' | 'title' | 'description' | 'page'> & {
  posts: readonly Post[]
  podcast?: Podcast | null
}

const feedOf =
  ({ posts, podcast = null, ...facts }: Source): FeedOf =>
  (format) => {
    const { siteName, collegeName } = siteSettings()
    return {
      ...facts,
      ...{ self: paths.feedOf(facts.page, format), publisher: `${collegeName}${siteName}`, hub: websubHub() },
      entries: posts.map(entryOf).filter((entry) => entry !== null),
      podcast,
    }
  }

const podcastOf = (name: string): Podcast => ({
  picture: absoluteUrl(cardAddress(cardOfColumn(name, siteSettings()), 'large')),
  email: contact()?.email ?? null,
})

const newestOf = (columns: readonly ColumnEntry[]) => newestPosts(...columns.map(({ documentId }) => documentId))

export const siteFeed = (): FeedOf => {
  const { siteName, collegeName, description } = siteSettings()
  return feedOf({
    identity: 'site',
    title: `${siteName}·${collegeName}`,
    description: description ?? `${collegeName}${siteName}的最新内容`,
    page: paths.home,
    posts: newestOf(visibleColumns().filter(listsPosts)),
  })
}

const moduleFeed = (module: ModuleId): FeedOf => {
  const { siteName, collegeName } = siteSettings()
  const { name, note } = modules[module]
  return feedOf({
    identity: `module:${module}`,
    title: `${name}－${siteName}`,
    description: `${collegeName}${siteName}：${name}，${note}`,
    page: paths.module(module),
    posts: newestOf(listedColumnsOf(module)),
  })
}

const columnFeed = ({ documentId, name, slug, kind }: ColumnEntry): FeedOf => {
  const { siteName, collegeName } = siteSettings()
  return feedOf({
    identity: `column:${documentId}`,
    title: `${name}－${siteName}`,
    description: documentById('column', documentId)?.intro ?? `${collegeName}${siteName}：${name}`,
    page: paths.column(slug),
    posts: newestPosts(documentId),
    ...(kind === 'lesson' && { podcast: podcastOf(name) }),
  })
}

/**
 * Of a module or a column. A feed reader follows no HTML: where a renamed column's feed stood, the feed goes on and names its
 * new address.
 */
export const sectionFeed = (section: string): FeedOf | null => {
  if (isModuleId(section)) return moduleFeed(section)
  const column = columnBySlug(section) ?? formerColumn(section)
  return column && listsPosts(column) ? columnFeed(column) : null
}

export const gatheringFeed = (gathering: Gathering, slug: string): FeedOf | null => {
  const found = gatheringBySlug(gathering, slug)
  if (!found) return null
  const { siteName, collegeName } = siteSettings()
  const name = `${gatheringNames[gathering]}“${found.name}”`
  return feedOf({
    identity: `${gathering}:${found.documentId}`,
    title: `${found.name}－${siteName}`,
    description: found.intro ?? `${collegeName}${siteName}：${name}的最新内容`,
    page: paths.gathering(gathering, slug),
    posts: gatheredPosts(found),
    // only lessons have topics
    ...(gathering === 'topic' && { podcast: podcastOf(found.name) }),
  })
}
