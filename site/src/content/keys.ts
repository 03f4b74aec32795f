/**
 * The vocabulary of dependencies. A named query records the keys of what it read
 * (reads.ts); a change names the keys it touches (affected.ts). Nothing else builds keys.
 */
import type { Kind } from './documents.ts'

/** Small kinds that are read as a whole. */
export type WholeKind = 'link' | 'link-group' | 'topic' | 'tag' | 'contact'

/** What gathers posts across columns. */
export type Gathering = 'tag' | 'topic'

export type Relation = 'column' | 'representative' | 'topic' | 'replaces'

export const keys = {
  /** everything in one document */
  document: (kind: Kind, documentId: string) => `doc:${kind}:${documentId}`,
  /** what lists show of one document (cards.ts) */
  card: (kind: Kind, documentId: string) => `card:${kind}:${documentId}`,
  /** where one document stands */
  address: (kind: Kind, documentId: string) => `address:${kind}:${documentId}`,
  /** which document answers to this slug */
  slug: (columnId: string, slug: string) => `slug:${columnId}:${slug}`,
  /** which documents have or had this slug, for redirects; a free page's is of no column */
  claims: (columnId: string, slug: string) => `claims:${columnId}:${slug}`,
  /** navigation: slug, name, module, order, kind and visibility of all columns, and the slugs they had */
  columns: 'columns',
  /** pinned posts, newest posts and where the older ones begin */
  columnFront: (columnId: string) => `column:${columnId}:front`,
  /** cards of the newest posts, for boxes on other pages */
  columnNewest: (columnId: string) => `column:${columnId}:newest`,
  /** whole documents of the newest posts, for feeds */
  columnFeed: (columnId: string) => `column:${columnId}:feed`,
  archivePage: (columnId: string, page: number) => `column:${columnId}:page:${page}`,
  /** cards of the posts before and after this one */
  neighbours: (kind: Kind, documentId: string) => `neighbours:${kind}:${documentId}`,
  /** which tag or topic answers to this slug */
  gatheringSlug: (gathering: Gathering, slug: string) => `slug:${gathering}:${slug}`,
  /** cards of the newest posts of a tag or topic */
  gatheredCards: (gathering: Gathering, id: string) => `gathered:${gathering}:${id}:cards`,
  /** whole documents of the newest posts of a tag or topic, for feeds */
  gatheredFeed: (gathering: Gathering, id: string) => `gathered:${gathering}:${id}:feed`,
  /** addresses of the posts of a month, each with its last change, for the sitemap */
  sitemapMonth: (month: string) => `sitemap:${month}`,
  /** which months have posts, and when each changed last */
  sitemapMonths: 'sitemap',
  /** which older posts share its tags and words */
  related: (kind: Kind, documentId: string) => `related:${kind}:${documentId}`,
  /** all documents of a small kind */
  whole: (kind: WholeKind) => `kind:${kind}`,
  /** documents that point to this target */
  backrefs: (relation: Relation, targetId: string) => `backrefs:${relation}:${targetId}`,
  /** site settings without the lead stories and the times of mourning */
  settings: 'settings',
  /** when the portal is grey, and how much of it */
  mourning: 'mourning',
  /** which documents lead the home page */
  leads: 'leads',
  /** titles and addresses of the pages that belong to no column */
  freePages: 'free-pages',
  /** what the list of these pages says of each */
  freePageSummaries: 'free-page-summaries',
} as const

/** Every page with a frame reads these. */
export const everywhereKeys: readonly string[] = [keys.settings, keys.columns, keys.freePages]
