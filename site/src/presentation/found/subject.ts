/** What a page is about, for those who do not read it but list it. */
import { type Post, titleOf } from '../../content/cards.ts'
import type { ColumnEntry } from '../../content/navigation.ts'
import { documentById } from '../../content/queries/documents.ts'
import type { SiteSettings } from '../../content/queries/site.ts'
import { unescaped } from '../../markdown/html.ts'
import { type CardDesign, cardOfColumn, cardOfPost, cardOfSite } from '../card.ts'
import { prose } from '../prose.ts'

export interface Subject {
  column?: ColumnEntry
  /** of `column` */
  post?: Post
}

const DESCRIBED_CHARACTERS = 90

/** The beginning of what readers see; headings and the like stand in it as they come. */
const beginningOf = (html: string): string => {
  const text = unescaped(html.replace(/<(?:figcaption|table|sup)(?:.|\n)*?<\/(?:figcaption|table|sup)>|<[^>]*>/g, ' '))
  const characters = [...text.replace(/\s+/gu, ' ').trim()]
  const beginning = characters.slice(0, DESCRIBED_CHARACTERS).join('')
  return characters.length > DESCRIBED_CHARACTERS ? `${beginning}……` : beginning
}

/** One or two sentences about a post; empty where it says nothing. */
export const describePost = (post: Post): string => {
  if (post.summary) return post.summary
  if (post.kind === 'micropost') return titleOf(post)
  return beginningOf(prose(post.body, post.bodyMedia).html)
}

export const keywordsOf = ({ tags }: Post): string[] =>
  tags.map((id) => documentById('tag', id)?.name).filter((name) => name !== undefined)

export const cardOf = ({ column, post }: Subject, settings: SiteSettings): CardDesign => {
  if (!column) return cardOfSite(settings)
  return post ? cardOfPost(post, column.name, settings) : cardOfColumn(column.name, settings)
}
