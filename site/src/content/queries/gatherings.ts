/** Tags and topics, and the newest posts of each; posts of hidden columns are left out of the MOST_FED newest. */
import type { Post } from '../cards.ts'
import { type DocumentOf, documentSchemas } from '../documents.ts'
import { type Gathering, keys } from '../keys.ts'
import { MOST_FED } from '../limits.ts'
import { recordRead, select } from '../reads.ts'
import { type Item, itemsOf } from './documents.ts'
import { wholePosts } from './posts.ts'

export type Gathered = { gathering: Gathering; name: string; intro: string | null } & Pick<
  DocumentOf<Gathering>,
  'documentId' | 'slug'
>

/** The tag or topic at `/tags/<slug>/` or `/topics/<slug>/`; where two claim one slug, the lowest documentId. */
export const gatheringBySlug = (gathering: Gathering, slug: string): Gathered | null => {
  recordRead(keys.gatheringSlug(gathering, slug))
  const [row] = select(
    'SELECT json FROM documents WHERE kind = ? AND slug = ? ORDER BY document_id LIMIT 1',
    gathering,
    slug,
  )
  if (!row) return null
  const found = documentSchemas[gathering].parse(JSON.parse(String(row.json))) as DocumentOf<Gathering>
  const { documentId, name } = found
  return { gathering, documentId, slug, name, intro: 'intro' in found ? found.intro : null }
}

const NEWEST = `FROM gathered_posts CROSS JOIN documents USING (kind, document_id, display_date)
  WHERE gathering = ? AND gathering_id = ? ORDER BY display_date DESC, document_id DESC LIMIT ?`

/** Cards of the newest posts, newest first. */
export const gatheredItems = ({ gathering, documentId }: Pick<Gathered, 'gathering' | 'documentId'>): Item[] => {
  recordRead(keys.gatheredCards(gathering, documentId))
  return itemsOf(select(`SELECT card, display_date, document_id ${NEWEST}`, gathering, documentId, MOST_FED))
}

/** Whole documents of the newest posts, newest first. */
export const gatheredPosts = ({ gathering, documentId }: Pick<Gathered, 'gathering' | 'documentId'>): Post[] => {
  recordRead(keys.gatheredFeed(gathering, documentId))
  const rows = select(`SELECT kind, document_id, display_date ${NEWEST}`, gathering, documentId, MOST_FED)
  return wholePosts(rows)
}
