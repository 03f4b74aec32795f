/** Which cards belong to a page, by its address. */
import type { DatabaseSync } from 'node:sqlite'
import { listsPosts } from '../../src/content/navigation.ts'
import { paths } from '../../src/content/paths.ts'
import { postBySlug } from '../../src/content/queries/documents.ts'
import { gatheringBySlug } from '../../src/content/queries/gatherings.ts'
import { columnBySlug, siteSettings } from '../../src/content/queries/site.ts'
import { readingFrom } from '../../src/content/reads.ts'
import {
  type CardDesign,
  type CardShape,
  cardFile,
  cardOfColumn,
  cardOfPost,
  cardOfSite,
} from '../../src/presentation/card.ts'

export type PageCards = { design: CardDesign; shapes: CardShape[] }

const OF_A_PAGE: CardShape[] = ['wide', 'square']

/** What pages name in their heads (src/presentation/found), and podcasts in their feeds. */
function cardsOf(address: string): PageCards | null {
  const settings = siteSettings()
  if (address === paths.home) return { design: cardOfSite(settings), shapes: OF_A_PAGE }
  const [, section = '', slug, rest] = address.split('/')
  if (section === 'topics' && slug) {
    const topic = gatheringBySlug('topic', slug)
    return topic && { design: cardOfColumn(topic.name, settings), shapes: ['large'] }
  }
  const column = columnBySlug(section)
  if (!column) return null
  if (!slug) {
    const shapes: CardShape[] = column.kind === 'lesson' ? [...OF_A_PAGE, 'large'] : OF_A_PAGE
    return { design: cardOfColumn(column.name, settings), shapes }
  }
  const post = listsPosts(column) && rest === '' ? postBySlug(column.documentId, slug) : null
  return post && { design: cardOfPost(post, column.name, settings), shapes: OF_A_PAGE }
}

/** Null where the page has none of its own, or is no more. */
export const cardsAt = async (database: DatabaseSync, address: string): Promise<PageCards | null> =>
  (await readingFrom(database, () => cardsOf(address))).result

export const filesOf = ({ design, shapes }: PageCards) =>
  shapes.map((shape) => ({ shape, file: cardFile(design, shape) }))
