/** When fresh posts become a segment, and which of them. */
import { MOST_UNITS, type SearchedText, unitsOf } from './segment.ts'

/** Either makes a segment. More fresh posts cost each question more; smaller segments are more in number, and each is looked at. */
export type SegmentSize = { posts: number; units: number }
export const USUAL_SEGMENT: SegmentSize = { posts: 1024, units: 1_800_000 }

/**
 * @param fresh in the order of their changes
 * @returns null where they are not worth one yet; a text that is too long for any is looked through for ever
 */
export function nextSegment(fresh: Iterable<SearchedText>, size: SegmentSize): SearchedText[] | null {
  const texts: SearchedText[] = []
  let units = 0
  for (const text of fresh) {
    if (units + unitsOf(text) > MOST_UNITS) continue
    texts.push(text)
    units += unitsOf(text)
    if (texts.length >= size.posts || units >= size.units) return texts.sort((a, b) => a.id - b.id)
  }
  return null
}
