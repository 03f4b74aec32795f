/** The column 党费缴纳, known by its first address; one that was given another keeps its calculator. */
import type { ColumnEntry } from '../../content/navigation.ts'

const SLUG = 'dues'

export const isDuesColumn = ({
  kind,
  slug,
  formerSlugs,
}: Pick<ColumnEntry, 'kind' | 'slug' | 'formerSlugs'>): boolean =>
  kind === 'guide' && [slug, ...formerSlugs.map((former) => former.slug)].includes(SLUG)

export const duesColumnOf = (columns: readonly ColumnEntry[]): ColumnEntry | null => columns.find(isDuesColumn) ?? null
