/** Where old addresses lead today; to be asked where nothing stands. */
import { archiveExtent } from '../addresses.ts'
import { type ColumnEntry, listsPosts } from '../navigation.ts'
import { paths } from '../paths.ts'
import { currentReadModel, recordRead } from '../reads.ts'
import { columnOnceAt, freePageRedirect, postRedirect } from '../redirects.ts'
import { visibleColumns } from './site.ts'

/** From `/<section>/<slug>/` to the post that stood there. */
export const redirectOfPost = (section: string, slug: string): string | null => {
  visibleColumns()
  return postRedirect(currentReadModel(), section, slug, recordRead)
}

/** From `/pages/<slug>/` to the page or guide that stood there. */
export const redirectOfFreePage = (slug: string): string | null => {
  visibleColumns()
  return freePageRedirect(currentReadModel(), slug, recordRead)
}

/** The column that had this slug before, while no other has it. */
export const formerColumn = (section: string): ColumnEntry | null => {
  visibleColumns()
  return columnOnceAt(currentReadModel(), section)
}

/** From `/<section>/p/<page>/` to the same page of the renamed column; that it comes and goes is told by addresses.ts. */
export const redirectOfArchivePage = (section: string, page: number): string | null => {
  const column = formerColumn(section)
  if (!column || !listsPosts(column) || page > archiveExtent(currentReadModel(), column.documentId)) return null
  return paths.archive(column.slug, page)
}
